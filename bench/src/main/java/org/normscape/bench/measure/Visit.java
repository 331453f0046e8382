package org.normscape.bench.measure;

import java.util.List;

/**
 * What one process of a case found.
 *
 * @param samples in the unit of the question
 * @param peakBytes the largest resident set of the process
 */
public record Visit(List<Double> samples, double peakBytes) {

  public Visit {
    samples = List.copyOf(samples);
  }

  /** The median of the samples. */
  double median() {
    return Spread.of(samples).median();
  }
}
