package org.normscape.linalg.trace;

/**
 * A number that was estimated from random samples.
 *
 * @param value the estimate
 * @param standardError the standard deviation that estimates of this kind have, itself estimated:
 *     the truth is within two of them about 19 times of 20. 0 where nothing was left to chance, NaN
 *     where one sample says nothing about it
 * @param products how often the operator was applied
 */
public record Estimate(double value, double standardError, int products) {

  /** The mean of samples that are independent, with its standard error. */
  public static Estimate of(double[] samples, int products) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample;
    }
    double mean = sum / samples.length;
    double squares = 0;
    for (double sample : samples) {
      squares += (sample - mean) * (sample - mean);
    }
    double variance = squares / (samples.length - 1);
    return new Estimate(mean, Math.sqrt(variance / samples.length), products);
  }

  /** This estimate and something that is known, together. */
  public Estimate plus(double known) {
    return new Estimate(value + known, standardError, products);
  }
}
