package org.normscape.norm;

/**
 * Whether a normalization learns a scale γ, which starts at 1, and a shift β, which starts at 0.
 */
public enum Affine {
  WITH,
  WITHOUT
}
