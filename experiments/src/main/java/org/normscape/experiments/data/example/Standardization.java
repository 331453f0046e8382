package org.normscape.experiments.data.example;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Brings each channel to mean 0 and standard deviation 1 over the examples that it was fitted to:
 * {@code (x − mean) / deviation} with the biased deviation. A channel that is constant is only
 * shifted.
 *
 * @param mean the mean of each channel; intensities of images lie in [0, 1]
 * @param deviation the standard deviation of each channel
 */
public record Standardization(List<Double> mean, List<Double> deviation) {

  public Standardization {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != deviation.size()) {
      throw new IllegalArgumentException(
          "Standardization: there must be a mean and a deviation for each channel, but there are %s and %s. To fix: pass as many of both."
              .formatted(mean.size(), deviation.size()));
    }
  }

  /** The standardization with these means and deviations of channels. */
  public static Standardization of(double[] mean, double[] deviation) {
    return new Standardization(
        DoubleStream.of(mean).boxed().toList(), DoubleStream.of(deviation).boxed().toList());
  }

  /** The standardization that changes nothing. */
  public static Standardization none(int channels) {
    return new Standardization(
        Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
  }

  /** What a value of a channel becomes. */
  public double apply(int channel, double value) {
    double divisor = deviation.get(channel) > 0 ? deviation.get(channel) : 1;
    return (value - mean.get(channel)) / divisor;
  }
}
