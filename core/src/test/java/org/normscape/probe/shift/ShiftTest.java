package org.normscape.probe.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.PlainNetwork.along;
import static org.normscape.probe.PlainNetwork.gradient;
import static org.normscape.probe.PlainNetwork.norm;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.nn.Statistics;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.when.Every;

class ShiftTest {

  private static final Offset<Double> TIGHT = within(1e-12);
  private static final Offset<Double> OF_DIFFERENCES = within(1e-7);

  private static CovariateShift shift(String layers) {
    return shift(layers, Optional.empty());
  }

  private static CovariateShift shift(String layers, Optional<Double> distance) {
    return new CovariateShift(
        new Every(),
        layers,
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        distance,
        ProbedBatch.STEP);
  }

  @Test
  void atAMatchedDistanceTheUpdateIsAsLongAsThat() {
    Parameters<double[]> point = PlainNetwork.point(6);
    Parameters<double[]> g = gradient(point);
    Parameters<double[]> updated = along(point, -0.25 / norm(g), g);
    Parameters<double[]> before = updated.where((path, values) -> path.startsWith("dense1"));
    Parameters<double[]> shifted =
        gradient(point.replacedBy(before)).where((path, values) -> path.startsWith("dense2"));
    Parameters<double[]> unshifted = g.where((path, values) -> path.startsWith("dense2"));
    try (Trial trial = PlainNetwork.trial(6)) {
      GradientShift found = (GradientShift) trial.measure(shift("dense2", Optional.of(0.25)));
      assertThat(found.layers().get("dense2").difference())
          .isCloseTo(norm(along(shifted, -1, unshifted)), OF_DIFFERENCES);
    }
    assertThatThrownBy(() -> shift(".*", Optional.of(0.0)))
        .hasMessageContaining("distance must be greater than 0, but it is 0");
  }

  @Test
  void theFirstLayerDoesNotShiftAndTheSecondDoesAsPlainJavaSays() {
    Parameters<double[]> point = PlainNetwork.point(6);
    Parameters<double[]> g = gradient(point);
    Parameters<double[]> updated = along(point, -RATE, g);
    Parameters<double[]> before = updated.where((path, values) -> path.startsWith("dense1"));
    Parameters<double[]> shifted =
        gradient(point.replacedBy(before)).where((path, values) -> path.startsWith("dense2"));
    Parameters<double[]> unshifted = g.where((path, values) -> path.startsWith("dense2"));
    double difference = norm(along(shifted, -1, unshifted));
    try (Trial trial = PlainNetwork.trial(6)) {
      GradientShift found = (GradientShift) trial.measure(shift(".*"));
      assertThat(found.layers().paths()).containsExactly("dense1", "dense2");
      Compared first = found.layers().get("dense1");
      assertThat(first.difference()).isZero();
      assertThat(first.cosine()).isCloseTo(1, TIGHT);
      Compared second = found.layers().get("dense2");
      assertThat(second.difference()).isCloseTo(difference, OF_DIFFERENCES).isGreaterThan(1e-3);
      assertThat(second.norm()).isCloseTo(norm(unshifted), OF_DIFFERENCES);
      assertThat(second.otherNorm()).isCloseTo(norm(shifted), OF_DIFFERENCES);
      assertThat(second.relativeDifference())
          .isCloseTo(difference / norm(unshifted), OF_DIFFERENCES);
      assertThat(second.cosine()).isCloseTo(cosine(unshifted, shifted, difference), within(1e-6));
      assertThat(found.readings())
          .extracting(Reading::metric)
          .containsExactly(
              "covariate_shift/dense1",
              "covariate_shift/dense2",
              "covariate_shift_cosine/dense1",
              "covariate_shift_cosine/dense2",
              "covariate_shift_relative/dense1",
              "covariate_shift_relative/dense2");
    }
  }

  private static double cosine(Parameters<double[]> u, Parameters<double[]> v, double difference) {
    double a = norm(u);
    double b = norm(v);
    return (a * a + b * b - difference * difference) / (2 * a * b);
  }

  @Test
  void onlyTheLayersThatAreNamedCostAnything() {
    try (Trial trial = PlainNetwork.trial(6)) {
      int before = trial.runs();
      GradientShift found = (GradientShift) trial.measure(shift("dense2"));
      assertThat(found.layers().paths()).containsExactly("dense2");
      // The step, its update, the shifted gradient, the comparison.
      assertThat(trial.runs() - before).isEqualTo(4);
    }
  }

  @Test
  void aPatternThatNamesNoLayerIsRefused() {
    try (Trial trial = PlainNetwork.trial(6)) {
      assertThatThrownBy(() -> trial.measure(shift("norm.*")))
          .hasMessage(
              "CovariateShift: layers must match the path of a layer with weights, one of dense1, dense2, but it is norm.*. To fix: set a value that is allowed.");
    }
    assertThatThrownBy(() -> shift("("))
        .hasMessageContaining("layers must be a regular expression that is not empty");
  }

  @Test
  void overAnUpdateTheGradientOfABowlChangesByItsHessian() {
    double vx = 0.9 * 5 + A * X;
    double vy = 0.9 * 7 + B * Y;
    try (Trial trial = Trial.ofBowl(0.9, 5, 7)) {
      GradientChange found = (GradientChange) trial.measure(new ConsecutiveGradients());
      double difference = RATE * Math.hypot(A * vx, B * vy);
      assertThat(found.gradients().difference()).isCloseTo(difference, TIGHT);
      assertThat(found.distance()).isCloseTo(RATE * Math.hypot(vx, vy), TIGHT);
      assertThat(found.smoothness())
          .isCloseTo(Math.hypot(A * vx, B * vy) / Math.hypot(vx, vy), TIGHT);
      assertThat(found.gradients().relativeDifference())
          .isCloseTo(difference / Math.hypot(A * X, B * Y), TIGHT);
      double gx = A * (X - RATE * vx);
      double gy = B * (Y - RATE * vy);
      assertThat(found.gradients().cosine())
          .isCloseTo(
              (A * X * gx + B * Y * gy) / Math.hypot(A * X, B * Y) / Math.hypot(gx, gy), TIGHT);
    }
  }

  @Test
  void overAnUpdateTheGradientOfANetworkIsThatOfPlainJava() {
    Parameters<double[]> point = PlainNetwork.point(6);
    Parameters<double[]> g = gradient(point);
    Parameters<double[]> there = gradient(along(point, -RATE, g));
    try (Trial trial = PlainNetwork.trial(6)) {
      GradientChange found = (GradientChange) trial.measure(new ConsecutiveGradients());
      assertThat(found.gradients().difference())
          .isCloseTo(norm(along(there, -1, g)), OF_DIFFERENCES);
      assertThat(found.readings())
          .extracting(Reading::metric)
          .containsExactly(
              "update_gradient_difference",
              "update_relative_difference",
              "update_gradient_cosine",
              "update_norm",
              "update_smoothness");
    }
  }
}
