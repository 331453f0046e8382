package org.normscape.probe;

import java.util.Collections;
import java.util.List;

/**
 * One number that stands for several, such as those of all steps. What is not a number counts as
 * larger than all numbers, so that what diverged does not look better than what did not.
 */
public enum Statistic {
  /** The middle one in order, or the middle of the middle two. */
  MEDIAN,
  /** The arithmetic mean. */
  MEAN,
  /** The smallest. */
  MINIMUM,
  /** The largest. */
  MAXIMUM,
  /** The first. */
  FIRST,
  /** The last. */
  LAST;

  /** The statistic of some values, in order; not a number when there are none. */
  public double of(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    return switch (this) {
      case MEDIAN -> middle(values.stream().sorted(Double::compare).toList());
      case MEAN -> values.stream().mapToDouble(v -> v).average().orElseThrow();
      case MINIMUM -> Collections.min(values);
      case MAXIMUM -> Collections.max(values);
      case FIRST -> values.get(0);
      case LAST -> values.get(values.size() - 1);
    };
  }

  private static double middle(List<Double> sorted) {
    double upper = sorted.get(sorted.size() / 2);
    double lower = sorted.get((sorted.size() - 1) / 2);
    return lower == upper ? upper : lower + (upper - lower) / 2;
  }
}
