package org.normscape.reference;

/** Functions of numbers that {@link StrictMath} lacks, written so that nothing overflows early. */
final class Functions {

  private Functions() {}

  /** {@code 1 / (1 + e^-x)}. */
  static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
  }

  /** {@code log(1 + e^x)}. */
  static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
