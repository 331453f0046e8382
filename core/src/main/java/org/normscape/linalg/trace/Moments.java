package org.normscape.linalg.trace;

/**
 * The sums of the eigenvalues of a symmetric operator and of their squares.
 *
 * @param trace {@code Σ λᵢ}
 * @param squaredFrobeniusNorm {@code Σ λᵢ²}
 * @param products how often the operator was applied for both
 */
public record Moments(Estimate trace, Estimate squaredFrobeniusNorm, int products) {

  /** The mean of so many eigenvalues. */
  public double mean(int eigenvalues) {
    return trace.value() / eigenvalues;
  }

  /** The standard deviation of so many eigenvalues. */
  public double deviation(int eigenvalues) {
    double mean = mean(eigenvalues);
    return Math.sqrt(Math.max(0, squaredFrobeniusNorm.value() / eigenvalues - mean * mean));
  }
}
