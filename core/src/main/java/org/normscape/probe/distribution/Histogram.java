package org.normscape.probe.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shares of numbers in bins of equal width. The width is a power of two and the bins start at
 * multiples of it, so that histograms of different steps and seeds have bins in common.
 *
 * @param width how wide a bin is; 0 where all numbers are the same
 * @param shares of all numbers, by the middle of the bin, ascending; empty bins are left out. They
 *     add up to less than 1 where some numbers are not finite
 */
public record Histogram(double width, Map<Double, Double> shares) {

  /**
   * Counts a sample.
   *
   * @param bins how many bins there are at most, and one more; at least half as many
   */
  public static Histogram of(Sample sample, int bins) {
    double width = sample.finite() == 0 ? 0 : width(sample, bins);
    Map<Double, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < sample.finite(); i++) {
      counts.merge(middle(sample.at(i), width), 1, Integer::sum);
    }
    Map<Double, Double> shares = new LinkedHashMap<>();
    counts.forEach((middle, count) -> shares.put(middle, count / (double) sample.size()));
    return new Histogram(width, shares);
  }

  private static double width(Sample sample, int bins) {
    double range = sample.at(sample.finite() - 1) / bins - sample.at(0) / bins;
    if (range < Double.MIN_NORMAL) {
      return 0;
    }
    double below = Math.scalb(1.0, Math.getExponent(range));
    return below == range ? below : 2 * below;
  }

  private static double middle(double value, double width) {
    return width == 0 ? value : (Math.floor(value / width) + 0.5) * width;
  }
}
