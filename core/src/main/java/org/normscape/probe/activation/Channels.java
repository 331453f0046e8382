package org.normscape.probe.activation;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What was measured of the channels of one activation, in order.
 *
 * @param means the mean of each, over examples and positions
 * @param deviations the standard deviation of each, the root of the biased variance
 * @param largest the largest value of each
 */
public record Channels(List<Double> means, List<Double> deviations, List<Double> largest) {

  public Channels {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    largest = List.copyOf(largest);
  }

  /** The mean over channels of the size of their means. */
  public double meanSize() {
    return average(means, Math::abs);
  }

  /** The mean over channels of their deviations. */
  public double meanDeviation() {
    return average(deviations, x -> x);
  }

  /** The largest size of a mean. */
  public double largestMean() {
    return means.stream().mapToDouble(Math::abs).reduce(0, Math::max);
  }

  /** The largest deviation. */
  public double largestDeviation() {
    return deviations.stream().mapToDouble(x -> x).reduce(0, Math::max);
  }

  /** The share of channels that are nowhere greater than 0: behind a relu, dead units. */
  public double deadShare() {
    return average(largest, x -> x <= 0 ? 1 : 0);
  }

  private static double average(List<Double> values, DoubleUnaryOperator of) {
    return values.stream().mapToDouble(x -> x).map(of).sum() / values.size();
  }
}
