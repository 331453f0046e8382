package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** The paper's algorithm as a loop, and what its norms mean. */
class LarsTest {

  private static final double RATE = 2;
  private static final Parameters<TensorType> TYPES =
      Parameters.of("weight", TensorType.float64(2, 1)).and("bias", TensorType.float64(1));
  private static final Parameters<double[]> START =
      Parameters.of("weight", new double[] {3, 4}).and("bias", new double[] {1});

  private static Parameters<double[]> gradient(double first, double second, double bias) {
    return Parameters.of("weight", new double[] {first, second}).and("bias", new double[] {bias});
  }

  @Test
  void followsTheAlgorithmOfThePaper() {
    double trust = 0.1;
    double pull = 0.5;
    double decay = 0.9;
    List<Parameters<double[]>> gradients =
        List.of(gradient(0.6, -0.8, 0.1), gradient(-2, 1, 0.2), gradient(0.1, 0.3, -0.4));
    List<Parameters<double[]>> walk =
        Walk.of(
            new Lars(decay, trust, pull, ParameterSubset.WEIGHTS), TYPES, START, gradients, RATE);
    double[] w = {3, 4};
    double[] v = {0, 0};
    double bias = 1;
    double biasVelocity = 0;
    for (int step = 0; step < gradients.size(); step++) {
      double[] g = gradients.get(step).get("weight");
      double length = Math.hypot(w[0], w[1]);
      double local = trust * length / (Math.hypot(g[0], g[1]) + pull * length);
      for (int i = 0; i < 2; i++) {
        v[i] = decay * v[i] + RATE * local * (g[i] + pull * w[i]);
      }
      w = new double[] {w[0] - v[0], w[1] - v[1]};
      biasVelocity = decay * biasVelocity + RATE * gradients.get(step).get("bias")[0];
      bias -= biasVelocity;
      assertThat(walk.get(step).get("weight")).containsExactly(w, within(1e-14));
      assertThat(walk.get(step).get("bias")).containsExactly(new double[] {bias}, within(1e-14));
    }
  }

  /** Without pull, the first step has the length trust · rate · ‖w‖ for every gradient. */
  @Test
  void theLengthOfAGradientHasNoEffect() {
    Lars rule = new Lars(0.9, 0.01, 0, ParameterSubset.WEIGHTS);
    for (double size : new double[] {1e-6, 1, 1e6}) {
      double[] w =
          Walk.of(rule, TYPES, START, List.of(gradient(0, size, 0)), RATE).get(0).get("weight");
      assertThat(w).containsExactly(new double[] {3, 4 - 0.01 * RATE * 5}, within(1e-12));
    }
  }

  @Test
  void whatHasNoLengthMovesAsTheGradientSays() {
    Parameters<double[]> origin = Parameters.of("weight", new double[2]).and("bias", new double[1]);
    double[] w =
        Walk.of(new Lars(), TYPES, origin, List.of(gradient(0.5, 0, 0)), RATE).get(0).get("weight");
    assertThat(w).containsExactly(new double[] {-0.5 * RATE, 0}, within(1e-15));
    assertThat(Walk.of(new Lars(), TYPES, START, List.of(gradient(0, 0, 0)), RATE).get(0))
        .satisfies(
            still ->
                assertThat(still.get("weight"))
                    .as("a gradient of 0: the pull at the plain rate")
                    .containsExactly(
                        new double[] {3 - RATE * 5e-4 * 3, 4 - RATE * 5e-4 * 4}, within(1e-14)));
  }

  @Test
  void numbersAreChecked() {
    assertThatThrownBy(() -> new Lars(0.9, 0, 0, ParameterSubset.ALL))
        .hasMessage(
            "Lars: trust must be greater than 0, but it is 0. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new Lars(1, 1, 0, ParameterSubset.ALL))
        .hasMessageContaining("decay must be in [0, 1), but it is 1");
  }
}
