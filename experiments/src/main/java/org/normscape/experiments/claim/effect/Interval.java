package org.normscape.experiments.claim.effect;

import org.normscape.experiments.report.metrics.Numbers;

/**
 * The size of an effect over seeds.
 *
 * @param mean the mean
 * @param low the lower end of its interval; the mean where there is one seed
 * @param high the upper end
 * @param seeds in how many seeds it was measured
 * @param method which mean and which interval, in words
 */
public record Interval(double mean, double low, double high, int seeds, String method) {

  /** The mean with the interval in brackets, where there is one. */
  public String text() {
    return seeds == 1
        ? Numbers.text(mean)
        : "%s [%s, %s]".formatted(Numbers.text(mean), Numbers.text(low), Numbers.text(high));
  }
}
