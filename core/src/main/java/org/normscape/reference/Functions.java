package org.normscape.reference;

/** Functions of numbers that {@link StrictMath} lacks, written so that nothing overflows early. */
final class Functions {

  private Functions() {}

  /** {@code 1 / (1 + e^-x)}. */
  static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
  }

  /**
   * The error function, as {@code 2/√π e^{−x²} Σ 2ⁿ x^{2n+1} / (1 · 3 ⋯ (2n + 1))}, whose terms
   * have one sign; beyond 6 it is ±1.
   */
  static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.ulp(sum) / 4; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
  }

  /** {@code log(1 + e^x)}. */
  static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
