package org.normscape.probe.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * Gradients whose squares are no numbers of their type. The loss {@code ½ (w·x − t)²} of one
 * example has the gradient {@code −t x} at {@code w = 0}, and {@code x ‖x‖² ε t} is what it changes
 * by at {@code −εg}: a smoothness of {@code ‖x‖²}.
 */
class GradientRangeTest {

  private static final double X = 3;
  private static final double Y = 4;

  private final Backend backend = Backends.open("reference");

  @AfterEach
  void close() {
    backend.close();
  }

  private GradientLine measure(Numerics numerics, double target, double stepLength) {
    Objective objective =
        new NetworkObjective(
            new Dense(1, Bias.WITHOUT, Constant.ZERO),
            new SquaredError(LossReduction.HALF_SUM),
            Shape.of(1, 2),
            numerics.dtype());
    TensorType input = new TensorType(numerics.dtype(), Shape.of(1, 2));
    TensorType output = new TensorType(numerics.dtype(), Shape.of(1, 1));
    Parameters<Array> batch =
        Parameters.of("input", backend.array(input, X, Y))
            .and("target", backend.array(output, target));
    Point<Array> point = objective.initialPoint(backend, 1);
    try (GradientLineProbe probe = new GradientLineProbe(backend, numerics, objective)) {
      return probe.measure(point, batch, List.of(stepLength));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FAST, 1",
    "FAST, 1e10",
    "FAST, 1e18",
    "FAST, 1e19",
    "FAST, 1e21",
    "FAST, 1e37",
    "FAST, 1e-10",
    "FAST, 1e-20",
    "FAST, 1e-24",
    "FAST, 1e-35",
    "PRECISE, 1",
    "PRECISE, 1e100",
    "PRECISE, 1e160",
    "PRECISE, 1e300",
    "PRECISE, 1e-100",
    "PRECISE, 1e-170",
    "PRECISE, 1e-300",
    "EXACT, 1",
    "EXACT, 1e60",
    "EXACT, 1e100",
    "EXACT, 1e-60",
    "EXACT, 1e-100"
  })
  void normsAndSmoothnessComeOutRight(Numerics numerics, double target) {
    GradientLine line = measure(numerics, target, 0.01);
    LinePoint there = line.points().get(0);
    double norm = target * Math.hypot(X, Y);
    assertThat(line.gradientNorm()).isCloseTo(norm, withinPercentage(1e-4));
    assertThat(line.effectiveSmoothness()).isCloseTo(25, withinPercentage(1e-3));
    assertThat(there.relativeDifference()).isCloseTo(0.25, withinPercentage(1e-3));
    assertThat(there.gradientNorm()).isCloseTo(0.75 * norm, withinPercentage(1e-4));
    assertThat(there.cosine()).isCloseTo(1, withinPercentage(1e-4));
  }

  @ParameterizedTest
  @EnumSource(Numerics.class)
  void nothingIsSmoothWhoseGradientIsNotFinite(Numerics numerics) {
    GradientLine line = measure(numerics, Double.POSITIVE_INFINITY, 0.01);
    assertThat(line.gradientNorm()).isNotFinite();
    assertThat(line.effectiveSmoothness()).isNaN();
    assertThat(line.points().get(0).relativeDifference()).isNaN();
  }

  @Test
  void noStepHasNoNormToDivideBy() {
    GradientLine line = measure(Numerics.FAST, 0, 0.01);
    assertThat(line.gradientNorm()).isZero();
    assertThat(line.effectiveSmoothness()).isNaN();
  }

  @Test
  void refusesAStepThatIsZeroInItsType() {
    assertThatThrownBy(() -> measure(Numerics.FAST, 1, 1e-300))
        .hasMessage(
            "GradientLineProbe: step lengths must not be 0 in f32 and there must be one, but they are [1.0E-300]. To fix: leave 0 out, L(θ) is measured anyway, and take none below 1.1754943508222875E-38.");
    assertThatThrownBy(() -> measure(Numerics.FAST, 1, 1e-40)).isNotNull();
    assertThat(measure(Numerics.PRECISE, 1, 1e-300).points()).hasSize(1);
  }
}
