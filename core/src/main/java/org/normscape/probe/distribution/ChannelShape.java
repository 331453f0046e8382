package org.normscape.probe.distribution;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The distribution of one channel of an activation at one moment.
 *
 * @param mean its mean
 * @param variance its biased variance
 * @param quantiles its quantiles in the middles of equal shares
 */
public record ChannelShape(double mean, double variance, List<Double> quantiles) {

  public ChannelShape {
    quantiles = List.copyOf(quantiles);
  }

  static ChannelShape of(Sample sample, int quantiles) {
    return new ChannelShape(sample.mean(), sample.variance(), sample.quantiles(quantiles));
  }

  /** The standard deviation. */
  double deviation() {
    return Math.sqrt(variance);
  }

  /**
   * The Wasserstein-1 distance {@code ∫ |Q(p) − Q′(p)| dp} by the quantiles: exact where there are
   * as many as numbers in either sample.
   */
  double wasserstein(ChannelShape other) {
    return IntStream.range(0, quantiles.size())
            .mapToDouble(i -> Math.abs(quantiles.get(i) - other.quantiles.get(i)))
            .sum()
        / quantiles.size();
  }
}
