package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules say of themselves, against loops on {@code λx²/2} in plain Java. */
class StabilityTest {

  private static final int STEPS = 4000;

  /** One step of a rule: from x, its memory and the gradient to the new x. */
  private interface Rule {
    double[] step(double x, double memory, double gradient);
  }

  private static double end(Rule rule, double curvature) {
    double x = 1;
    double memory = 0;
    double largest = 0;
    for (int i = 0; i < STEPS; i++) {
      double[] next = rule.step(x, memory, curvature * x);
      x = next[0];
      memory = next[1];
      largest = i > STEPS / 2 ? Math.max(largest, Math.abs(x)) : 0;
    }
    return largest;
  }

  private static void assertLimit(Optimizer optimizer, Rule rule) {
    double limit = optimizer.stabilityLimit().orElseThrow();
    assertThat(end(rule, 0.98 * limit)).isLessThan(1e-3);
    assertThat(end(rule, 1.02 * limit)).isGreaterThan(1e3);
  }

  @Test
  void gradientDescentIsStableUpToTwo() {
    assertLimit(new Sgd(), (x, v, g) -> new double[] {x - g, 0});
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void momentumIsStableUpToItsLimit(double b) {
    assertLimit(new Momentum(b), (x, v, g) -> new double[] {x - (b * v + g), b * v + g});
    assertLimit(new Nesterov(b), (x, v, g) -> new double[] {x - (g + b * (b * v + g)), b * v + g});
  }

  /** With what it divides by held at 1. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9})
  void adamIsStableUpToItsLimit(double b) {
    assertLimit(
        new Adam(b, 0.999, 1e-8),
        (x, m, g) -> new double[] {x - (b * m + (1 - b) * g), b * m + (1 - b) * g});
    assertThat(new AdamW().stabilityLimit().orElseThrow()).isCloseTo(38, within(1e-12));
  }

  /** Angles that random walks of 2,000 dimensions settled at, with ηλ = 0.001. */
  @Test
  void equilibriumAnglesAreThoseOfRandomWalks() {
    assertThat(new Sgd().equilibriumAngle(0.1, 0.01).orElseThrow()).isCloseTo(0.0447, within(1e-4));
    assertThat(new Momentum(0.9).equilibriumAngle(0.1, 0.01).orElseThrow())
        .isCloseTo(0.0324, within(1e-4));
    AdamW adam = new AdamW(0.9, 0.999, 1e-8, 0.01, ParameterSubset.WEIGHTS);
    assertThat(adam.equilibriumAngle(0.1, 0).orElseThrow()).isCloseTo(0.01026, within(1e-5));
    assertThat(new Sgd().equilibriumAngle(0.1, 0)).isEmpty();
    assertThat(new Adam().equilibriumAngle(0.1, 0.01)).isEmpty();
  }
}
