package org.normscape.probe.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.theory.PlainBatchNorm.EXAMPLES;
import static org.normscape.probe.theory.PlainBatchNorm.UNITS;
import static org.normscape.probe.theory.PlainBatchNorm.curvature;
import static org.normscape.probe.theory.PlainBatchNorm.dot;
import static org.normscape.probe.theory.PlainBatchNorm.gradient;
import static org.normscape.probe.theory.PlainBatchNorm.only;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Trial;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.AtStart;

/** Theorems on a small network, whose derivatives are differences in plain Java. */
class TheoremsTest {

  private static Lipschitz.Layer lipschitz(PlainBatchNorm network) {
    try (Trial trial = network.trial()) {
      Lipschitz found =
          (Lipschitz)
              trial.measure(
                  new LipschitzTheorem(
                      new AtStart(), "norm1", Detail.EVERY_CHANNEL, ProbedBatch.STEP));
      assertThat(found.readings()).hasSize(10 + 3 * UNITS);
      return found.layers().get("norm1");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void theTermsOfTheFirstTheoremAreThoseOfPlainJava(double epsilon) {
    PlainBatchNorm network = new PlainBatchNorm(epsilon);
    double[] y = network.input();
    double[] u = gradient(network::loss, y);
    double[] g = gradient(network::lossBehind, network.normalize(y));
    Lipschitz.Layer found = lipschitz(network);
    for (int unit = 0; unit < UNITS; unit++) {
      Lipschitz.Channel channel = found.channels().get(unit);
      double[] gj = only(g, unit);
      double sum = Arrays.stream(gj).sum();
      double s = network.deviation(y, unit);
      double correlation = 0;
      for (int i = unit; i < y.length; i += UNITS) {
        correlation += g[i] * (y[i] - network.mean(y, unit)) / s;
      }
      assertThat(channel.left()).isCloseTo(dot(only(u, unit), only(u, unit)), within(1e-8));
      assertThat(channel.gradient()).isCloseTo(dot(gj, gj), within(1e-8));
      assertThat(channel.mean()).isCloseTo(sum * sum / EXAMPLES, within(1e-8));
      assertThat(channel.alignment()).isCloseTo(correlation / Math.sqrt(EXAMPLES), within(1e-7));
      double scale = network.scale(unit) * network.scale(unit) / (s * s);
      assertThat(channel.scale()).isCloseTo(scale, within(1e-10));
    }
  }

  @Test
  void withoutEpsilonTheFirstTheoremIsAnEquality() {
    for (Lipschitz.Channel channel : lipschitz(new PlainBatchNorm(0)).channels()) {
      assertThat(channel.left()).isCloseTo(channel.right(), within(1e-12));
      assertThat(channel.isViolated()).isFalse();
    }
  }

  @Test
  void withEpsilonItIsAStrictBoundWhoseGapIsKnown() {
    PlainBatchNorm network = new PlainBatchNorm(0.1);
    double[] y = network.input();
    Lipschitz.Layer found = lipschitz(network);
    for (int unit = 0; unit < UNITS; unit++) {
      Lipschitz.Channel channel = found.channels().get(unit);
      double s = network.deviation(y, unit);
      double between = channel.right() - channel.left();
      double expected = channel.scale() * channel.correlation() * (0.1 / (s * s));
      assertThat(between).isCloseTo(expected, within(1e-12)).isPositive();
    }
  }

  /** The constant of early versions makes the right side too small. */
  @Test
  void theConstantThatWasPrintedFirstIsNoBound() {
    assertThat(lipschitz(new PlainBatchNorm(0)).channels())
        .anyMatch(
            channel ->
                channel.left()
                    > channel.scale()
                            * (channel.gradient()
                                - channel.mean()
                                - Math.sqrt(EXAMPLES) * channel.correlation())
                        + 1e-6);
  }

  @Test
  void aNormalizationWithTheMomentsOfItsBatchIsTheIdentity() {
    assertThat(lipschitz(new PlainBatchNorm(0.1)).identityGap()).isLessThan(1e-14);
  }

  @Test
  void theGradientInTheWeightsIsThatOfPlainJava() {
    PlainBatchNorm network = new PlainBatchNorm(0.1);
    double[] y = network.input();
    double[] u = gradient(network::loss, y);
    double[] g = gradient(network::lossBehind, network.normalize(y));
    assertThat(lipschitz(network).weightRatio().orElseThrow())
        .isCloseTo(inWeights(u) / inWeights(g), within(1e-5));
  }

  private static double inWeights(double[] flowing) {
    double[] x = PlainNetwork.batch().get("input");
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < UNITS; j++) {
        double sum = 0;
        for (int n = 0; n < EXAMPLES; n++) {
          sum += x[n * 3 + i] * flowing[n * UNITS + j];
        }
        squares += sum * sum;
      }
    }
    return squares;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void bothSidesOfTheSecondTheoremAreThoseOfPlainJava(double epsilon) {
    PlainBatchNorm network = new PlainBatchNorm(epsilon);
    double[] y = network.input();
    double[] u = gradient(network::loss, y);
    double[] g = gradient(network::lossBehind, network.normalize(y));
    try (Trial trial = network.trial()) {
      Smoothness found =
          (Smoothness)
              trial.measure(new SmoothnessTheorem(new AtStart(), "norm1", UNITS, ProbedBatch.STEP));
      Smoothness.Layer layer = found.layers().get("norm1");
      assertThat(layer.together().left()).isCloseTo(curvature(network::loss, y, u), within(1e-6));
      for (int unit = 0; unit < UNITS; unit++) {
        Smoothness.Terms one = layer.alone().get(unit);
        double[] uj = only(u, unit);
        double[] gj = only(g, unit);
        assertThat(one.left()).isCloseTo(curvature(network::loss, y, uj), within(1e-6));
        assertThat(one.plain())
            .isCloseTo(curvature(network::lossBehind, network.normalize(y), gj), within(1e-6));
        assertThat(one.square()).isCloseTo(dot(uj, uj), within(1e-8));
        assertThat(one.gap()).isLessThan(1e-10);
      }
      assertThat(layer.together().gap()).isLessThan(1e-10);
      assertThat(Math.abs(layer.together().left())).isGreaterThan(1e-4);
    }
  }

  @Test
  void withoutEpsilonTheRightSideIsAsPrinted() {
    try (Trial trial = new PlainBatchNorm(0).trial()) {
      Smoothness found =
          (Smoothness)
              trial.measure(new SmoothnessTheorem(new AtStart(), ".*", 2, ProbedBatch.STEP));
      Smoothness.Terms all = found.layers().get("norm1").together();
      assertThat(all.alignment()).isCloseTo(all.printed(), within(1e-14));
    }
  }

  @Test
  void aNetworkWithoutBatchNormalizationIsRefusedBeforeTheRun() {
    try (Trial trial = PlainNetwork.trial(1)) {
      assertThatThrownBy(() -> trial.measure(new LipschitzTheorem()))
          .hasMessage(
              "LipschitzTheorem: layers must be among those of a network with batch normalization by the statistics of the batch, which the theorem is about, but it is used where there is none. To fix: normalize with batch-norm, or leave the probe out of this cell.");
    }
    try (Trial trial = new PlainBatchNorm(0).trial()) {
      assertThatThrownBy(
              () ->
                  trial.measure(
                      new SmoothnessTheorem(new AtStart(), "dense.*", 1, ProbedBatch.STEP)))
          .hasMessageContaining(
              "SmoothnessTheorem: layers must match the path of a batch normalization, one of norm1, but it is dense.*");
    }
  }
}
