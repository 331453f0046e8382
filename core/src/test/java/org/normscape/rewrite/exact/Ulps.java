package org.normscape.rewrite.exact;

import java.math.BigDecimal;
import java.math.MathContext;

/** Errors in units of the last place: of the float64 next to the exact value. */
final class Ulps {

  /** The least unit that counts: results are brought to its multiples in the end. */
  private static final double LEAST = 0x1p-1021;

  /** What infinity stands for in rounding. */
  private static final BigDecimal OVERFLOW = BigDecimal.valueOf(2).pow(1024);

  private Ulps() {}

  static double error(double result, BigDecimal exact) {
    if (Double.isNaN(result)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isInfinite(result)) {
      BigDecimal missing =
          OVERFLOW.subtract(exact.multiply(BigDecimal.valueOf(Math.signum(result))));
      return missing.signum() <= 0 ? 0 : missing.doubleValue() / Math.ulp(Double.MAX_VALUE);
    }
    double rounded = Math.min(Math.abs(exact.doubleValue()), Double.MAX_VALUE);
    return new BigDecimal(result).subtract(exact, MathContext.DECIMAL64).abs().doubleValue()
        / Math.max(Math.ulp(rounded), LEAST);
  }
}
