package org.normscape.probe.landscape;

import java.util.Arrays;

/**
 * The smallest and the largest of some values; both NaN when one of them is.
 *
 * @param low the smallest
 * @param high the largest
 */
public record Band(double low, double high) {

  /** The band of at least one value. */
  static Band of(double... values) {
    return new Band(
        Arrays.stream(values).reduce(Math::min).orElseThrow(),
        Arrays.stream(values).reduce(Math::max).orElseThrow());
  }

  /** The distance from the smallest to the largest. */
  public double width() {
    return high - low;
  }
}
