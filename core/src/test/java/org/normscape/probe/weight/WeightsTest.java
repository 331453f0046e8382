package org.normscape.probe.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.PlainNetwork.along;
import static org.normscape.probe.PlainNetwork.norm;
import static org.normscape.probe.Trial.RATE;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.weight.GradientProfile.Tails;
import org.normscape.probe.when.Every;

/** On a network of which plain Java knows weights and gradients. */
class WeightsTest {

  private static final Offset<Double> TIGHT = within(1e-12);
  private static final Offset<Double> OF_DIFFERENCES = within(1e-6);

  private final Trial trial = PlainNetwork.trial(8);
  private final Parameters<double[]> point = PlainNetwork.point(8);
  private final Parameters<double[]> gradient = PlainNetwork.gradient(point);

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void tailsAreThoseOfTheGradientOfPlainJava() {
    GradientProfile found =
        (GradientProfile) trial.measure(new GradientTails(new Every(), new ProbedLoss()));
    assertThat(found.gradients().paths()).isEqualTo(point.paths());
    found
        .gradients()
        .byPath()
        .forEach(
            (path, tails) -> {
              double[] g = gradient.get(path);
              double second = stream(g).map(x -> x * x).average().orElseThrow();
              double fourth = stream(g).map(x -> x * x * x * x).average().orElseThrow();
              double largest = stream(g).map(Math::abs).max().orElseThrow();
              assertThat(tails.norm()).isCloseTo(Math.sqrt(second * g.length), OF_DIFFERENCES);
              assertThat(tails.kurtosis()).isCloseTo(fourth / second / second, OF_DIFFERENCES);
              assertThat(tails.peak()).isCloseTo(largest / Math.sqrt(second), OF_DIFFERENCES);
            });
  }

  private static DoubleStream stream(double[] values) {
    return Arrays.stream(values);
  }

  @Test
  void unlessAskedOnlyWeightsAreLookedAt() {
    GradientProfile found = (GradientProfile) trial.measure(new GradientTails());
    assertThat(found.readings())
        .extracting(Reading::metric)
        .containsExactly(
            "parameter_gradient_norm/dense1.weight",
            "parameter_gradient_norm/dense2.weight",
            "gradient_kurtosis/dense1.weight",
            "gradient_kurtosis/dense2.weight",
            "gradient_peak/dense1.weight",
            "gradient_peak/dense2.weight");
    Tails first = found.gradients().get("dense1.weight");
    assertThat(first.kurtosis()).isBetween(1.0, 12.0);
  }

  @Test
  void weightsTurnByTheAngleOfPlainJava() {
    Parameters<double[]> updated = along(point, -RATE, gradient);
    Turning found = (Turning) trial.measure(new EffectiveRate());
    assertThat(found.weights().paths()).containsExactly("dense1.weight", "dense2.weight");
    for (String path : found.weights().paths()) {
      Parameters<double[]> w = Parameters.of(path, point.get(path));
      Parameters<double[]> moved = Parameters.of(path, updated.get(path));
      double step = norm(along(moved, -1, w));
      double cosine =
          (norm(w) * norm(w) + norm(moved) * norm(moved) - step * step)
              / (2 * norm(w) * norm(moved));
      assertThat(found.weights().get(path).norm()).isCloseTo(norm(w), TIGHT);
      assertThat(found.effectiveRate(path)).isCloseTo(RATE / norm(w) / norm(w), TIGHT);
      assertThat(found.weights().get(path).relativeDifference())
          .isCloseTo(step / norm(w), OF_DIFFERENCES);
      assertThat(found.angle(path)).isCloseTo(Math.acos(cosine), OF_DIFFERENCES).isPositive();
    }
    assertThat(found.readings())
        .extracting(Reading::metric)
        .contains(
            "weight_norm/dense1.weight",
            "effective_learning_rate/dense1.weight",
            "relative_update/dense1.weight",
            "weight_angle/dense1.weight")
        .hasSize(8);
  }
}
