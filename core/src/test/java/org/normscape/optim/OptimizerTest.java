package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** Two steps at learning rate 0.1 and 0.01 from w = 1 with gradients 2 and −3, by hand. */
class OptimizerTest {

  private static final Parameters<TensorType> TYPES = Parameters.of("w", TensorType.float64(1));

  private static Parameters<double[]> step(
      Optimizer optimizer, Parameters<double[]> point, double gradient, double rate) {
    Parameters<TensorType> types =
        TYPES
            .within("point")
            .and(optimizer.state(TYPES).within("state"))
            .and(TYPES.within("gradient"))
            .and("rate", TensorType.float64());
    return Numbers.run(
        types,
        in -> {
          Optimizer.Update update =
              optimizer.update(
                  in.under("point"), in.under("gradient"), in.under("state"), in.get("rate"));
          return update.parameters().within("point").and(update.state().within("state"));
        },
        point.and("gradient.w", new double[] {gradient}).and("rate", new double[] {rate}));
  }

  private static Parameters<double[]> twoSteps(Optimizer optimizer) {
    Parameters<double[]> start =
        Parameters.of("point.w", new double[] {1})
            .and(optimizer.state(TYPES).within("state").map(type -> new double[1]));
    return step(optimizer, step(optimizer, start, 2, 0.1), -3, 0.01);
  }

  private static void assertValue(Parameters<double[]> after, String path, double expected) {
    assertThat(after.get(path)[0]).isCloseTo(expected, within(1e-15));
  }

  @Test
  void sgdStepsAgainstTheGradient() {
    Parameters<double[]> after = twoSteps(new Sgd());
    assertValue(after, "point.w", 1 - 0.1 * 2 + 0.01 * 3);
    assertThat(after.paths()).containsExactly("point.w");
  }

  @Test
  void momentumGathersGradientsNotSteps() {
    Parameters<double[]> after = twoSteps(new Momentum(0.9));
    assertValue(after, "state.velocity.w", 0.9 * 2 - 3);
    assertValue(after, "point.w", 1 - 0.1 * 2 - 0.01 * (0.9 * 2 - 3));
  }

  @Test
  void nesterovLooksOneStepAhead() {
    Parameters<double[]> after = twoSteps(new Nesterov(0.9));
    double velocity = 0.9 * 2 - 3;
    assertValue(after, "state.velocity.w", velocity);
    assertValue(after, "point.w", 1 - 0.1 * (2 + 0.9 * 2) - 0.01 * (-3 + 0.9 * velocity));
  }

  @Test
  void aDecayMustForget() {
    assertThatThrownBy(() -> new Momentum(1))
        .hasMessage("Momentum: decay must be in [0, 1), but it is 1.0. To fix: 0.9 is usual.");
    assertThatThrownBy(() -> new Nesterov(Double.NaN)).hasMessageContaining("but it is NaN");
  }
}
