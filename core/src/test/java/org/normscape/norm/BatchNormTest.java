package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;

/** What batch normalization gives and remembers, by hand. */
class BatchNormTest {

  private static final Shape ROWS = Shape.of(4, 2);
  private static final double[] X = {1, 10, 2, 10, 3, 10, 6, 30};
  private static final double[] SCALE = {2, 1};
  private static final double[] SHIFT = {0.5, -1};
  private static final double[] MEAN = {1, 2};
  private static final double[] VARIANCE = {4, 0.25};
  private static final double EPSILON = 1e-5;

  private static List<double[]> standard(Statistics statistics) {
    return Numbers.run(new BatchNorm(), ROWS, statistics, X, SCALE, SHIFT, MEAN, VARIANCE);
  }

  /** Means 3 and 15, biased variances 3.5 and 75. */
  @Test
  void standardizesByBiasedVarianceWithEpsilonUnderTheRoot() {
    double[] y = standard(Statistics.BATCH).get(0);
    for (int i = 0; i < 4; i++) {
      double first = (X[2 * i] - 3) / Math.sqrt(3.5 + EPSILON) * 2 + 0.5;
      double second = (X[2 * i + 1] - 15) / Math.sqrt(75 + EPSILON) - 1;
      assertThat(y[2 * i]).isCloseTo(first, within(1e-15));
      assertThat(y[2 * i + 1]).isCloseTo(second, within(1e-15));
    }
  }

  @Test
  void outputHasMeanZeroAndVarianceJustBelowOne() {
    BatchNorm norm = new BatchNorm(-1, 0.1, 0.9, RunningVariance.BIASED, Affine.WITHOUT);
    Shape images = Shape.of(3, 4, 5, 2);
    double[] x = Numbers.normal(TensorType.float64(3, 4, 5, 2), "x");
    double[] y = Numbers.run(norm, images, Statistics.BATCH, x, MEAN, VARIANCE).get(0);
    for (int c = 0; c < 2; c++) {
      double variance = variance(x, c);
      assertThat(mean(y, c)).isCloseTo(0, within(1e-14));
      assertThat(variance(y, c)).isCloseTo(variance / (variance + 0.1), within(1e-14));
    }
  }

  private static double mean(double[] values, int channel) {
    double sum = 0;
    for (int i = channel; i < values.length; i += 2) {
      sum += values[i];
    }
    return sum / (values.length / 2.0);
  }

  private static double variance(double[] values, int channel) {
    double sum = 0;
    for (int i = channel; i < values.length; i += 2) {
      sum += Math.pow(values[i] - mean(values, channel), 2);
    }
    return sum / (values.length / 2.0);
  }

  @Test
  void remembersWithDecayAsTheWeightOfTheOldValue() {
    List<double[]> unbiased = standard(Statistics.BATCH);
    assertThat(unbiased.get(1)).containsExactly(new double[] {0.9 + 0.3, 1.8 + 1.5}, within(1e-15));
    assertThat(unbiased.get(2))
        .containsExactly(
            new double[] {3.6 + 0.1 * 3.5 * 4 / 3, 0.225 + 0.1 * 75 * 4 / 3}, within(1e-14));

    BatchNorm biased = new BatchNorm(-1, EPSILON, 0.5, RunningVariance.BIASED, Affine.WITH);
    List<double[]> after =
        Numbers.run(biased, ROWS, Statistics.BATCH, X, SCALE, SHIFT, MEAN, VARIANCE);
    assertThat(after.get(1)).containsExactly(2, 8.5);
    assertThat(after.get(2)).containsExactly(new double[] {3.75, 37.625}, within(1e-15));
  }

  @Test
  void frozenRunningStatisticsStayAndChangeNothingElse() {
    List<double[]> frozen = standard(Statistics.BATCH_FROZEN_RUNNING);
    assertThat(frozen.get(0)).containsExactly(standard(Statistics.BATCH).get(0));
    assertThat(frozen.get(1)).containsExactly(MEAN);
    assertThat(frozen.get(2)).containsExactly(VARIANCE);
  }

  @Test
  void runningStatisticsSeeEachExampleAlone() {
    List<double[]> running = standard(Statistics.RUNNING);
    assertThat(running.get(0)[0])
        .isCloseTo((1 - 1) / Math.sqrt(4 + EPSILON) * 2 + 0.5, within(1e-15));
    assertThat(running.get(0)[7])
        .isCloseTo((30 - 2) / Math.sqrt(0.25 + EPSILON) - 1, within(1e-13));
    assertThat(running.get(1)).containsExactly(MEAN);
    assertThat(running.get(2)).containsExactly(VARIANCE);
  }

  @Test
  void theChannelAxisMayStandAnywhereBehindTheBatch() {
    BatchNorm second = new BatchNorm(1, EPSILON, 0.9, RunningVariance.BIASED, Affine.WITHOUT);
    Shape channelsFirst = Shape.of(2, 2, 2);
    double[] x = {1, 2, 10, 10, 3, 6, 10, 30};
    double[] y = Numbers.run(second, channelsFirst, Statistics.BATCH, x, MEAN, VARIANCE).get(0);
    assertThat(y[0]).isCloseTo((1 - 3) / Math.sqrt(3.5 + EPSILON), within(1e-15));
    assertThat(y[7]).isCloseTo((30 - 15) / Math.sqrt(75 + EPSILON), within(1e-15));
  }

  @Test
  void oneElementAChannelIsStandardizedToTheShift() {
    BatchNorm biased = new BatchNorm(-1, EPSILON, 0.5, RunningVariance.BIASED, Affine.WITH);
    Shape one = Shape.of(1, 2);
    double[] x = {7, 8};
    List<double[]> after =
        Numbers.run(biased, one, Statistics.BATCH, x, SCALE, SHIFT, MEAN, VARIANCE);
    assertThat(after.get(0)).containsExactly(SHIFT);
    assertThat(after.get(2)).containsExactly(2, 0.125);

    BatchNorm unbiased = new BatchNorm();
    assertThatThrownBy(
            () -> Numbers.run(unbiased, one, Statistics.BATCH, x, SCALE, SHIFT, MEAN, VARIANCE))
        .hasMessage(
            "RunningVariance: the unbiased one needs at least 2 elements a channel, but there is 1. To fix: enlarge the batch, or choose the biased one.");
    assertThat(
            Numbers.run(
                    unbiased, one, Statistics.BATCH_FROZEN_RUNNING, x, SCALE, SHIFT, MEAN, VARIANCE)
                .get(0))
        .containsExactly(SHIFT);
  }

  @Test
  void saysWhatItTakes() {
    assertThatThrownBy(() -> new BatchNorm(-1, -1e-5, 0.9, RunningVariance.BIASED, Affine.WITH))
        .hasMessage(
            "BatchNorm: epsilon must be at least 0, but it is -1.0E-5. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new BatchNorm(-1, 1e-5, 1.1, RunningVariance.BIASED, Affine.WITH))
        .hasMessage(
            "RunningStatistics: decay must be in [0, 1], but it is 1.1. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new BatchNorm().state(Shape.of(3)))
        .hasMessage(
            "BatchNorm: the channel axis must be an axis of the input behind the batch axis, but it is -1 for [3]. To fix: use -1 for the last one.");
  }
}
