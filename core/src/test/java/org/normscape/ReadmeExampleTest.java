package org.normscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Activation;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Reduction;
import org.normscape.nn.Sequential;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Parameters;

/** The example of the README, between the two marks, as it stands there. */
class ReadmeExampleTest {

  @Test
  void runs() {
    // README: start
    Layer network = Sequential.of(Dense.of(16), BatchNorm.standard(), Activation.RELU, Dense.of(2));
    Objective objective =
        new NetworkObjective(
            network, new SoftmaxCrossEntropy(Reduction.MEAN), Shape.of(4, 2), DType.FLOAT64);
    try (Backend backend = Backends.open("reference");
        NamedExecutable lossAndGradient =
            objective.lossAndGradient(Statistics.BATCH).compile(backend, Numerics.PRECISE)) {
      Parameters<Array> batch =
          Parameters.of("input", backend.array(TensorType.float64(4, 2), 0, 0, 0, 1, 1, 0, 1, 1))
              .and("target", backend.array(TensorType.int32(4), 0, 1, 1, 0));
      Parameters<Array> results =
          lossAndGradient.run(objective.initialPoint(backend, 7).with(batch));
      System.out.println("loss " + results.get("loss").toScalar());
      // README: end
      assertThat(results.get("loss").toScalar()).isPositive().isLessThan(5);
      assertThat(results.paths()).contains("gradient.1.scale", "metrics.accuracy", "state.1.mean");
      assertThat(Arrays.stream(results.get("gradient.3.bias").toDoubles()).sum())
          .as("softmax minus one-hot sums to nothing")
          .isCloseTo(0, within(1e-15));
    }
  }
}
