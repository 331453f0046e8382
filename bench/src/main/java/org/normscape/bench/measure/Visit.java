package org.normscape.bench.measure;

import java.util.List;

/**
 * What one process of a case found.
 *
 * @param samples in the unit of the question
 * @param peakBytes the largest resident set of the process
 * @param witness what its workload saw of its own numbers
 */
public record Visit(List<Double> samples, double peakBytes, Witness witness) {

  public Visit {
    samples = List.copyOf(samples);
  }

  /** What this process found with a workload, which is still open. */
  static Visit of(List<Double> samples, Workload workload) {
    return new Visit(samples, ResidentSet.peakBytes(), workload.witness());
  }

  /** The median of the samples. */
  double median() {
    return Spread.of(samples).median();
  }
}
