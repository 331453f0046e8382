package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Cosine;
import org.normscape.optim.Descent;
import org.normscape.optim.Momentum;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The example of the package's documentation, between the two marks, as it stands there. */
class TrainingExampleTest {

  @Test
  void learnsTheExclusiveOr() {
    // Example: start
    Layer network = Sequential.of(Dense.of(8), new Tanh(), Dense.of(2));
    Objective objective =
        new NetworkObjective(
            network, new SoftmaxCrossEntropy(LossReduction.MEAN), Shape.of(4, 2), DType.FLOAT64);
    Descent descent = new Descent(new Momentum(), 0.5, new Cosine(), new WeightDecay(1e-4));
    List<Double> losses = new ArrayList<>();
    try (Backend backend = Backends.open("reference");
        Trainer trainer = new Trainer(backend, Numerics.PRECISE, objective, descent, 7);
        Evaluator evaluator = new Evaluator(backend, Numerics.PRECISE, objective);
        Owner owner = new Owner()) {
      Parameters<Array> batch =
          owner.own(
              Parameters.of(
                      "input", backend.array(TensorType.float64(4, 2), 0, 0, 0, 1, 1, 0, 1, 1))
                  .and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0)));
      trainer.train(200, (step, made) -> batch, (number, step) -> losses.add(step.loss()));
      Parameters<Double> scores = evaluator.evaluate(trainer.point(), batch);
      System.out.println(losses.get(0) + " → " + losses.get(199) + ", " + scores);
      // Example: end
      assertThat(losses).hasSize(200);
      assertThat(losses.get(0)).isBetween(0.4, 1.5);
      assertThat(scores.get("loss")).isLessThan(0.02);
      assertThat(scores.get("accuracy")).isEqualTo(1);
    }
  }

  @Test
  void standsInThePackageDocumentation() throws IOException {
    Path source = Path.of("src/test/java/org/normscape/train/TrainingExampleTest.java");
    List<String> lines = Files.readAllLines(source);
    String example =
        lines.subList(index(lines, "start"), index(lines, "end") - 1).stream()
            .collect(Collectors.joining("\n"))
            .stripIndent();
    String documented =
        Files.readAllLines(Path.of("src/main/java/org/normscape/train/package-info.java")).stream()
            .map(line -> line.startsWith(" * ") ? line.substring(3) : line)
            .collect(Collectors.joining("\n"));
    assertThat(documented).contains(example);
  }

  private static int index(List<String> lines, String mark) {
    return lines.indexOf(
            lines.stream()
                .filter(line -> line.strip().equals("// Example: " + mark))
                .findFirst()
                .orElseThrow())
        + 1;
  }
}
