package org.normscape.experiments.claim.effect;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How the sizes of an effect in several seeds become a mean with a 95 % interval of confidence:
 * Student's t with one degree of freedom less than there are seeds.
 */
public enum Averaging {
  /** The mean; any number may be an effect. */
  ARITHMETIC(
      Counting.LINEAR,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      "mean; 95 % by Student's t"),
  /** The geometric mean, as is right for ratios: those of a half and of two balance. */
  GEOMETRIC(
      Counting.LOG,
      0,
      Double.POSITIVE_INFINITY,
      "geometric mean; 95 % by Student's t of the logarithms"),
  /** The mean of numbers from 0 to 1; no interval leaves these. */
  OF_SHARES(Counting.LINEAR, 0, 1, "mean; 95 % by Student's t, cut off at 0 and 1"),
  /** The mean of numbers from −1 to 1; no interval leaves these. */
  OF_CORRELATIONS(Counting.LINEAR, -1, 1, "mean; 95 % by Student's t, cut off at −1 and 1");

  private static final double UPPER = 0.975;

  private final Counting scale;
  private final double least;
  private final double most;
  private final String method;

  Averaging(Counting scale, double least, double most, String method) {
    this.scale = scale;
    this.least = least;
    this.most = most;
    this.method = method;
  }

  /**
   * The mean over seeds with its interval; with one seed the size in it, without one.
   *
   * @param sizes one a seed, at least one, all finite; greater than 0 for a geometric mean
   */
  public Interval over(List<Double> sizes) {
    if (sizes.size() == 1) {
      return new Interval(sizes.get(0), sizes.get(0), sizes.get(0), 1, "one seed, so no interval");
    }
    SummaryStatistics summary = new SummaryStatistics();
    sizes.forEach(size -> summary.addValue(scale.of(size)));
    double half =
        new TDistribution(null, sizes.size() - 1.0).inverseCumulativeProbability(UPPER)
            * summary.getStandardDeviation()
            / Math.sqrt(sizes.size());
    return new Interval(
        scale.back(summary.getMean()),
        Math.max(least, scale.back(summary.getMean() - half)),
        Math.min(most, scale.back(summary.getMean() + half)),
        sizes.size(),
        method);
  }

  /** Whether a size can be averaged. */
  public boolean takes(double size) {
    return Double.isFinite(size) && Double.isFinite(scale.of(size));
  }
}
