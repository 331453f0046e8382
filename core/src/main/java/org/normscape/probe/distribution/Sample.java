package org.normscape.probe.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.ir.TensorType;

/** Numbers in ascending order. What is not finite is left out, and counted. */
public final class Sample {

  private final double[] sorted;
  private final int notFinite;

  private Sample(double[] sorted, int notFinite) {
    this.sorted = sorted;
    this.notFinite = notFinite;
  }

  /** A sample of some numbers, in any order. */
  public static Sample of(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return new Sample(finite, values.length - finite.length);
  }

  /**
   * A sample of some channels, taken together.
   *
   * @param values channels last
   * @param channels how many there are
   * @param chosen their numbers, from 0; all of them where it is empty
   */
  static Sample ofChannels(double[] values, int channels, List<Integer> chosen) {
    return of(
        chosen.isEmpty()
            ? values
            : chosen.stream()
                .distinct()
                .flatMapToDouble(channel -> channel(values, channels, channel))
                .toArray());
  }

  private static DoubleStream channel(double[] values, int channels, int channel) {
    return IntStream.range(0, values.length / channels)
        .mapToDouble(i -> values[i * channels + channel]);
  }

  /** How many channels values of a type have: their last axis is that of channels. */
  static int channels(TensorType type) {
    return type.shape().rank() == 0 ? 1 : type.shape().dim(type.shape().rank() - 1);
  }

  /** A sample for each channel, in order; channels are last. */
  static List<Sample> ofEach(double[] values, int channels) {
    return IntStream.range(0, channels)
        .mapToObj(channel -> of(channel(values, channels, channel).toArray()))
        .toList();
  }

  /** How many numbers there are, those that are not finite included. */
  public int size() {
    return sorted.length + notFinite;
  }

  /** How many of them are finite. */
  public int finite() {
    return sorted.length;
  }

  /** The finite number at a place in ascending order, from 0. */
  public double at(int place) {
    return sorted[place];
  }

  /** The mean; NaN where a number is not finite. */
  public double mean() {
    return notFinite > 0 ? Double.NaN : sum(sorted) / size();
  }

  /** The mean squared distance from the mean; NaN where a number is not finite. */
  public double variance() {
    double mean = mean();
    return sum(Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).toArray()) / size();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The smallest number that is not less than this share of the finite ones; NaN where there is
   * none.
   *
   * @param share in [0, 1]: 0.5 for the median
   */
  public double quantile(double share) {
    Components.fraction(Sample.class, "share", share);
    int place = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, place)];
  }

  /** The quantiles in the middles of {@code count} equal shares: 1/2n, 3/2n, … */
  List<Double> quantiles(int count) {
    return IntStream.range(0, count).mapToObj(i -> quantile((i + 0.5) / count)).toList();
  }
}
