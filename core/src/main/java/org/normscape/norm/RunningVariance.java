package org.normscape.norm;

/** Which estimate of the variance of a batch of m elements a channel the running one averages. */
public enum RunningVariance {
  /** {@code Σ (x − mean)² / m}, with which the batch itself is normalized. */
  BIASED {
    @Override
    public double factor(int elements) {
      return 1;
    }
  },
  /**
   * {@code Σ (x − mean)² / (m − 1)}: Ioffe and Szegedy (2015), algorithm 2, and the default of
   * PyTorch and of TensorFlow's fused kernel. Not defined for m = 1.
   */
  UNBIASED {
    @Override
    public double factor(int elements) {
      if (elements == 1) {
        throw new IllegalArgumentException(
            "RunningVariance: the unbiased one needs at least 2 elements a channel, but there is 1. To fix: enlarge the batch, or choose the biased one.");
      }
      return elements / (elements - 1.0);
    }
  };

  /** What the biased variance of so many elements is multiplied with. */
  public abstract double factor(int elements);
}
