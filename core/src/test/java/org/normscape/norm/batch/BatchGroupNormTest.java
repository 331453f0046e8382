package org.normscape.norm.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.nn.Statistics;
import org.normscape.norm.Affine;

/** Batch group normalization is what loops over rows of channels make of it. */
final class BatchGroupNormTest {

  private static final int EXAMPLES = 3;
  private static final int PLACES = 4;
  private static final int CHANNELS = 6;
  private static final int ROW = PLACES * CHANNELS;
  private static final double EPSILON = 0.01;

  /** Whole channels, halves and fourths of one, and groups that cut through channels. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8, 12, 24})
  void standardizesGroupsOfARow(int groups) {
    double[] x = new double[EXAMPLES * ROW];
    double[] mean = new double[groups];
    double[] variance = new double[groups];
    int each = x.length / groups;
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sin(i * i) + 0.1 * i;
      mean[group(i, groups)] += x[i] / each;
    }
    for (int i = 0; i < x.length; i++) {
      variance[group(i, groups)] += Math.pow(x[i] - mean[group(i, groups)], 2) / each;
    }
    List<double[]> results = run(groups, Statistics.BATCH, x, new double[groups], ones(groups));
    List<double[]> later = run(groups, Statistics.RUNNING, x, mean, variance);
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int group = group(i, groups);
      y[i] = (x[i] - mean[group]) / Math.sqrt(variance[group] + EPSILON);
    }
    assertThat(results.get(0)).containsExactly(y, within(1e-13));
    assertThat(results.get(1)).containsExactly(mean, within(1e-13));
    assertThat(results.get(2)).containsExactly(variance, within(1e-13));
    assertThat(later.get(0)).containsExactly(y, within(1e-13));
  }

  private static List<double[]> run(int groups, Statistics statistics, double[]... values) {
    return Numbers.run(
        new BatchGroupNorm(groups, EPSILON, 0, Affine.WITHOUT),
        Shape.of(EXAMPLES, 2, 2, CHANNELS),
        statistics,
        values);
  }

  /** Of an element of {@code [n, h, w, c]}, whose row is {@code [c, h, w]}. */
  private static int group(int i, int groups) {
    int inRow = i % CHANNELS * PLACES + i % ROW / CHANNELS;
    return inRow / (ROW / groups);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
