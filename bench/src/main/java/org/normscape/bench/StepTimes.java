package org.normscape.bench;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What training steps cost in one process.
 *
 * @param median in seconds, as are the next two
 * @param least the fastest step
 * @param most the slowest
 * @param peakBytes the largest resident set of the process
 */
record StepTimes(double median, double least, double most, long peakBytes) {

  /** From a line that {@link #toString} wrote. */
  static StepTimes parse(String line) {
    double[] values = Stream.of(line.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new StepTimes(values[0], values[1], values[2], (long) values[3]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.6f %.6f %.6f %d", median, least, most, peakBytes);
  }
}
