package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** Adam and AdamW against loops that count steps and take powers of the decays. */
class AdamTest {

  private static final double RATE = 0.1;
  private static final Parameters<TensorType> TYPES =
      Parameters.of("dense.weight", TensorType.float64(1, 2))
          .and("dense.bias", TensorType.float64(1));
  private static final Parameters<double[]> START =
      Parameters.of("dense.weight", new double[] {1, -2}).and("dense.bias", new double[] {0.5});
  private static final List<Parameters<double[]>> GRADIENTS =
      List.of(gradient(2, -3, 0.1), gradient(-1, 0, 5), gradient(0.5, 1e-3, -2), gradient(4, 2, 0));

  private static Parameters<double[]> gradient(double first, double second, double bias) {
    return Parameters.of("dense.weight", new double[] {first, second})
        .and("dense.bias", new double[] {bias});
  }

  /** One number: PyTorch's single-tensor loop. */
  private static double[] adamW(
      double start, double[] gradients, double pull, double first, double second, double epsilon) {
    double w = start;
    double m = 0;
    double v = 0;
    double[] path = new double[gradients.length];
    for (int t = 1; t <= gradients.length; t++) {
      double g = gradients[t - 1];
      w *= 1 - RATE * pull;
      m += (g - m) * (1 - first);
      v = second * v + (1 - second) * g * g;
      double size = RATE / (1 - Math.pow(first, t));
      w -= size * m / (Math.sqrt(v) / Math.sqrt(1 - Math.pow(second, t)) + epsilon);
      path[t - 1] = w;
    }
    return path;
  }

  private static double[] along(String path, int element) {
    return GRADIENTS.stream().mapToDouble(g -> g.get(path)[element]).toArray();
  }

  private static void check(Optimizer rule, double weightPull, double biasPull, double[] adam) {
    List<Parameters<double[]>> walk = Walk.of(rule, TYPES, START, GRADIENTS, RATE);
    double[] first = adamW(1, along("dense.weight", 0), weightPull, adam[0], adam[1], adam[2]);
    double[] second = adamW(-2, along("dense.weight", 1), weightPull, adam[0], adam[1], adam[2]);
    double[] bias = adamW(0.5, along("dense.bias", 0), biasPull, adam[0], adam[1], adam[2]);
    for (int step = 0; step < GRADIENTS.size(); step++) {
      assertThat(walk.get(step).get("dense.weight"))
          .containsExactly(new double[] {first[step], second[step]}, within(1e-13));
      assertThat(walk.get(step).get("dense.bias"))
          .containsExactly(new double[] {bias[step]}, within(1e-13));
    }
  }

  @Test
  void adamIsThatOfPyTorch() {
    check(new Adam(), 0, 0, new double[] {0.9, 0.999, 1e-8});
    check(new Adam(0.5, 0.8, 0.1), 0, 0, new double[] {0.5, 0.8, 0.1});
  }

  @Test
  void adamWPullsBeforeItMoves() {
    check(AdamW.pytorch(), 0.01, 0.01, new double[] {0.9, 0.999, 1e-8});
    check(new AdamW(), 0.01, 0, new double[] {0.9, 0.999, 1e-8});
    check(
        new AdamW(0.5, 0.8, 0.1, 0.3, ParameterSubset.WEIGHTS),
        0.3,
        0,
        new double[] {0.5, 0.8, 0.1});
  }

  /** Whatever the gradient is, the first step of every element has the length of the rate. */
  @Test
  void theFirstStepHasTheLengthOfTheRate() {
    double[] w =
        Walk.of(new Adam(), TYPES, START, List.of(gradient(1e-3, -7, 1)), RATE)
            .get(0)
            .get("dense.weight");
    assertThat(w).containsExactly(new double[] {1 - RATE, -2 + RATE}, within(1e-5));
  }

  /** Without a gradient, weights shrink by 1 − rate · decay at each step, and nothing else does. */
  @Test
  void decoupledDecayIsGeometric() {
    List<Parameters<double[]>> still =
        List.of(gradient(0, 0, 0), gradient(0, 0, 0), gradient(0, 0, 0));
    AdamW rule = new AdamW(0.9, 0.999, 1e-8, 0.5, ParameterSubset.WEIGHTS);
    Parameters<double[]> after = Walk.of(rule, TYPES, START, still, RATE).get(2);
    double kept = Math.pow(1 - RATE * 0.5, 3);
    assertThat(after.get("dense.weight"))
        .containsExactly(new double[] {kept, -2 * kept}, within(1e-15));
    assertThat(after.get("dense.bias")).containsExactly(0.5);
  }

  @Test
  void withoutDecayItIsAdam() {
    AdamW rule = new AdamW(0.9, 0.999, 1e-8, 0, ParameterSubset.ALL);
    assertThat(Walk.of(rule, TYPES, START, GRADIENTS, RATE))
        .usingRecursiveComparison()
        .isEqualTo(Walk.of(new Adam(), TYPES, START, GRADIENTS, RATE));
  }

  @Test
  void remembersMomentsAndTheirCorrections() {
    assertThat(new AdamW().state(TYPES).paths())
        .containsExactly(
            "first.dense.weight",
            "first.dense.bias",
            "second.dense.weight",
            "second.dense.bias",
            "correction.first",
            "correction.second");
    assertThat(new Adam().state(TYPES).get("correction.first")).isEqualTo(TensorType.float64());
  }

  @Test
  void numbersAreChecked() {
    assertThatThrownBy(() -> new Adam(1, 0.999, 1e-8))
        .hasMessage("Adam: firstDecay must be in [0, 1), but it is 1. To fix: 0.9 is usual.");
    assertThatThrownBy(() -> new AdamW(0.9, 0.999, 0, 0, ParameterSubset.ALL))
        .hasMessageContaining("epsilon must be greater than 0, but it is 0");
    assertThatThrownBy(() -> new AdamW(0.9, 0.999, 1e-8, -1, ParameterSubset.ALL))
        .hasMessageContaining("AdamW: decoupledDecay must be at least 0, but it is -1");
  }
}
