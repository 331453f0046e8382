package org.normscape.bench.measure;

import java.util.Collection;

/**
 * Where values lie.
 *
 * @param least the smallest
 * @param low the lower quartile
 * @param median half of them lie below
 * @param high the upper quartile
 * @param most the largest
 */
public record Spread(double least, double low, double median, double high, double most) {

  /** That of at least one value; quantiles between two values are interpolated. */
  public static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException(
          "Spread: there must be at least one value, but there is none. To fix: measure something.");
    }
    return new Spread(
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
