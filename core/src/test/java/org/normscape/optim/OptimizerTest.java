package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ServiceLoader;
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

  private static Parameters<double[]> start(Optimizer optimizer) {
    return Parameters.of("point.w", new double[] {1})
        .and(optimizer.state(TYPES).within("state").map(type -> new double[1]));
  }

  private static Parameters<double[]> twoSteps(Optimizer optimizer) {
    return step(optimizer, step(optimizer, start(optimizer), 2, 0.1), -3, 0.01);
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

  /** A velocity under one gradient g is the geometric sum {@code g (1 − decay^n) / (1 − decay)}. */
  @Test
  void velocitiesUnderOneGradientAreGeometricSums() {
    Parameters<double[]> heavy = start(new Momentum());
    Parameters<double[]> ahead = start(new Nesterov());
    double heavyPoint = 1;
    double aheadPoint = 1;
    for (int n = 1; n <= 20; n++) {
      heavy = step(new Momentum(), heavy, 2, 0.1);
      ahead = step(new Nesterov(), ahead, 2, 0.1);
      double velocity = 2 * (1 - Math.pow(0.9, n)) / 0.1;
      heavyPoint -= 0.1 * velocity;
      aheadPoint -= 0.1 * (2 + 0.9 * velocity);
      assertThat(heavy.get("state.velocity.w")[0]).isCloseTo(velocity, within(1e-13));
      assertThat(heavy.get("point.w")[0]).isCloseTo(heavyPoint, within(1e-12));
      assertThat(ahead.get("point.w")[0]).isCloseTo(aheadPoint, within(1e-12));
    }
  }

  @Test
  void aDescentHasDefaults() {
    assertThat(new Descent())
        .isEqualTo(new Descent(new Sgd(), 0.1, new ConstantRate(), new WeightDecay(0)));
    assertThat(new Descent(new Momentum(), 0.3).learningRateAt(5, 10)).isEqualTo(0.3);
    assertThatThrownBy(() -> new Descent(new Sgd(), 0))
        .hasMessage(
            "Descent: learningRate must be greater than 0, but it is 0. To fix: set a value that is allowed.");
  }

  @Test
  void rulesAndSchedulesAreFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Optimizer.class))
        .contains(new Sgd(), new Momentum(), new Nesterov());
    assertThat(ServiceLoader.load(Schedule.class))
        .contains(
            new ConstantRate(), new Cosine(), new StepDecay(), new WarmUp(), new Exponential());
  }

  @Test
  void aDecayMustForget() {
    assertThatThrownBy(() -> new Momentum(1))
        .hasMessage("Momentum: decay must be in [0, 1), but it is 1. To fix: 0.9 is usual.");
    assertThatThrownBy(() -> new Nesterov(Double.NaN)).hasMessageContaining("but it is NaN");
  }
}
