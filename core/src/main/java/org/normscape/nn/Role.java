package org.normscape.nn;

/** What a parameter is to its layer: weight decay and probes choose by it. */
public enum Role {
  /** A matrix or filter that multiplies the input. */
  WEIGHT,
  /** What a linear layer adds. */
  BIAS,
  /** What a normalization multiplies with: γ. */
  SCALE,
  /** What a normalization adds: β. */
  SHIFT,
  /** What a normalization remembers; never trained. */
  STATISTIC
}
