package org.normscape.experiments.claim.effect;

/** How a number is counted: when a line is put through points, or seeds are averaged. */
public enum Counting {
  /** As it is. */
  LINEAR,
  /** By its natural logarithm. */
  LOG;

  /** The number as it is counted; not finite for what has no logarithm. */
  double of(double value) {
    return this == LOG ? Math.log(value) : value;
  }

  /** The number that is counted so. */
  double back(double counted) {
    return this == LOG ? Math.exp(counted) : counted;
  }
}
