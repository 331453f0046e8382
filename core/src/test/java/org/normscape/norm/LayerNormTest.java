package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;

/** What layer normalization gives, by hand. */
class LayerNormTest {

  private static final Shape ROWS = Shape.of(2, 4);
  private static final double[] X = {1, 2, 3, 6, 10, 10, 10, 30};
  private static final double[] SCALE = {2, 1, -1, 0.5};
  private static final double[] SHIFT = {0.5, -1, 0, 3};
  private static final double EPSILON = 1e-5;

  private static final Shape IMAGES = Shape.of(3, 4, 5, 2);
  private static final int EXAMPLE = 4 * 5 * 2;

  private static double[] standard(Shape input, double[] x, double[] scale, double[] shift) {
    return Numbers.run(new LayerNorm(), input, Statistics.BATCH, x, scale, shift).get(0);
  }

  /** Means 3 and 15, biased variances 3.5 and 75. */
  @ParameterizedTest
  @EnumSource(Statistics.class)
  void standardizesEachExampleWithWhateverStatistics(Statistics statistics) {
    List<double[]> results = Numbers.run(new LayerNorm(), ROWS, statistics, X, SCALE, SHIFT);
    assertThat(results).as("nothing is remembered").hasSize(1);
    for (int i = 0; i < 4; i++) {
      double first = (X[i] - 3) / Math.sqrt(3.5 + EPSILON) * SCALE[i] + SHIFT[i];
      double second = (X[4 + i] - 15) / Math.sqrt(75 + EPSILON) * SCALE[i] + SHIFT[i];
      assertThat(results.get(0)[i]).isCloseTo(first, within(1e-15));
      assertThat(results.get(0)[4 + i]).isCloseTo(second, within(1e-15));
    }
  }

  @Test
  void statisticsAreThoseOfAllPlacesAndChannels() {
    LayerNorm norm = new LayerNorm(0.1, Affine.WITHOUT);
    double[] x = Numbers.normal(TensorType.float64(3, 4, 5, 2), "x");
    double[] y = Numbers.run(norm, IMAGES, Statistics.BATCH, x).get(0);
    for (int n = 0; n < 3; n++) {
      double variance = variance(example(x, n));
      assertThat(mean(example(y, n))).isCloseTo(0, within(1e-14));
      assertThat(variance(example(y, n))).isCloseTo(variance / (variance + 0.1), within(1e-14));
    }
  }

  private static double[] example(double[] images, int n) {
    return Arrays.copyOfRange(images, n * EXAMPLE, (n + 1) * EXAMPLE);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
  }

  @Test
  void scaleAndShiftAreThoseOfTheChannel() {
    double[] x = Numbers.normal(TensorType.float64(3, 4, 5, 2), "x");
    double[] plain = standard(IMAGES, x, new double[] {1, 1}, new double[] {0, 0});
    double[] scale = {2, -3};
    double[] shift = {0.5, 7};
    double[] y = standard(IMAGES, x, scale, shift);
    for (int i = 0; i < y.length; i++) {
      assertThat(y[i]).isCloseTo(plain[i] * scale[i % 2] + shift[i % 2], within(1e-14));
    }
  }

  @Test
  void anExampleDoesNotSeeTheOthers() {
    double[] x = Numbers.normal(TensorType.float64(3, 4, 5, 2), "x");
    double[] scale = {2, -3};
    double[] shift = {0.5, 7};
    double[] together = standard(IMAGES, x, scale, shift);
    for (int n = 0; n < 3; n++) {
      double[] alone = standard(Shape.of(1, 4, 5, 2), example(x, n), scale, shift);
      assertThat(example(together, n)).containsExactly(alone);
    }
  }

  @Test
  void oneElementAnExampleIsStandardizedToTheShift() {
    double[] y = standard(Shape.of(2, 1), new double[] {7, 8}, new double[] {2}, new double[] {5});
    assertThat(y).containsExactly(5, 5);
  }

  @Test
  void saysWhatItTakes() {
    assertThatThrownBy(() -> new LayerNorm(-1e-5, Affine.WITH))
        .hasMessage(
            "LayerNorm: epsilon must be at least 0, but it is -1.0E-5. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new LayerNorm().output(Shape.of(3)))
        .hasMessage(
            "LayerNorm: the input must have at least 2 axes, examples first and channels last, but it is [3]. To fix: reshape it.");
  }
}
