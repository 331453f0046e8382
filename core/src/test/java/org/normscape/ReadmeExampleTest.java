package org.normscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.landscape.GradientLine;
import org.normscape.probe.landscape.GradientLineProbe;

/** The example of the README, between the two marks, as it stands there. */
class ReadmeExampleTest {

  @Test
  void runs() {
    // README: start
    Layer network = Sequential.of(Dense.of(16), new BatchNorm(), new Relu(), Dense.of(2));
    Objective objective =
        new NetworkObjective(
            network, new SoftmaxCrossEntropy(LossReduction.MEAN), Shape.of(4, 2), DType.FLOAT64);
    try (Backend backend = Backends.open("reference");
        GradientLineProbe probe = new GradientLineProbe(backend, Numerics.PRECISE, objective)) {
      Point<Array> point = objective.initialPoint(backend, 7);
      Parameters<Array> batch =
          Parameters.of("input", backend.array(TensorType.float64(4, 2), 0, 0, 0, 1, 1, 0, 1, 1))
              .and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0));
      GradientLine line = probe.measure(point, batch, List.of(0.05, 0.1, 0.2, 0.4));
      System.out.println(line.lossBand() + ", effective β " + line.effectiveSmoothness());
      // README: end
      assertThat(line.loss()).isPositive();
      assertThat(line.lossBand().low()).isLessThan(line.loss());
      assertThat(line.points()).hasSize(4);
      assertThat(line.effectiveSmoothness()).isPositive();
    }
  }

  @Test
  void standsInTheReadme() throws IOException {
    String source = Files.readString(Path.of("src/test/java/org/normscape/ReadmeExampleTest.java"));
    String example =
        source.substring(
            source.indexOf("README: start\n") + 14, source.indexOf("      // README: end"));
    assertThat(Files.readString(Path.of("..", "README.md")))
        .contains(example.stripTrailing().stripIndent());
  }
}
