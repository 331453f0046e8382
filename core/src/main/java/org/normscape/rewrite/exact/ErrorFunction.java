package org.normscape.rewrite.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.normscape.ir.Tensor;

/**
 * The error function: below 1 by a series in x², up to 6 as 1 − e<sup>−x²</sup> g with a polynomial
 * for g, and ±1 beyond, where it differs from that by less than half a unit in the last place.
 *
 * <p>g(x) = e<sup>x²</sup> erfc x is smooth in s = (5/2 − x) / (3 + x), |s| &lt; 0.4. The
 * polynomial interpolates it at the Chebyshev nodes of [1, 6] to degree 14: e<sup>−x²</sup> times
 * its error is below 2<sup>−57</sup> everywhere.
 */
final class ErrorFunction {

  private static final MathContext DIGITS = new MathContext(40);

  /** 2 / √π. */
  private static final BigDecimal SLOPE =
      new BigDecimal("1.1283791670955125738961589031215451716881");

  /** Around it, x² up to 1 is at most ½ away. */
  private static final double CENTRE = 0.5;

  /** What follows in the series around the centre is below 2<sup>−57</sup>. */
  private static final int DEGREE = 14;

  /** What follows in the series around 0 is below 10<sup>−30</sup>. */
  private static final int TERMS = 28;

  private static final BigDecimal[] NEAR = near();

  /** Below it, two terms of the series differ by less than the last place. */
  private static final double SMALL = 0x1p-28;

  private static final double LARGE = 6;

  /** The coefficients of g, the highest power of s first. */
  private static final double[] TAIL = {
    0x1.22771b5b433eep-18,
    -0x1.48023612d5305p-20,
    -0x1.c1c92b3d9c970p-16,
    0x1.13ff6c9139632p-17,
    0x1.696e44a0b2e6cp-13,
    0x1.3fb73b2c8878fp-15,
    -0x1.4035ae58a9171p-10,
    -0x1.1504512ab1d35p-9,
    0x1.965a73fbbe03bp-8,
    0x1.50559fda2e92cp-5,
    0x1.e302959e64e10p-4,
    0x1.d9f423994c5f7p-3,
    0x1.61c150e5902fdp-2,
    0x1.a2b968ea24d36p-2,
    0x1.afbb3f3b7343bp-3
  };

  private ErrorFunction() {}

  static Tensor of(Tensor x) {
    Tensor magnitude = x.absolute();
    Tensor far = complement(Rounding.atMost(magnitude, LARGE));
    Tensor signed = x.zeros().greater(x).select(x.zeros().minus(far), far);
    Tensor curved = x.filled(1).greater(magnitude).select(near(x), signed);
    return x.filled(SMALL).greater(magnitude).select(x.times(SLOPE.doubleValue()), curved);
  }

  /** x times a series in x² − ½: its first coefficient in full, what follows in float64. */
  private static Tensor near(Tensor x) {
    Tensor offset = x.times(x).minus(CENTRE);
    Tensor rest = x.filled(NEAR[DEGREE].doubleValue());
    for (int n = DEGREE - 1; n >= 1; n--) {
      rest = rest.times(offset).plus(NEAR[n].doubleValue());
    }
    double first = NEAR[0].doubleValue();
    double missing = NEAR[0].subtract(new BigDecimal(first)).doubleValue();
    Tensor correction = x.times(rest.times(offset).plus(missing));
    return new DoubleDouble(x, x.zeros()).times(first).plus(correction).rounded();
  }

  /**
   * erf √z / √z = 2/√π Σ (−z)ᵏ / (k! (2k + 1)), as a series in z − ½: {@code Σₖ aₖ (k over n)
   * (½)ᵏ⁻ⁿ} is its coefficient n.
   */
  private static BigDecimal[] near() {
    BigDecimal[] coefficients = new BigDecimal[DEGREE + 1];
    Arrays.fill(coefficients, BigDecimal.ZERO);
    BigDecimal power = SLOPE;
    for (int k = 0; k <= TERMS; k++) {
      BigDecimal term = power.divide(BigDecimal.valueOf(2L * k + 1), DIGITS);
      for (int n = 0; n <= Math.min(k, DEGREE); n++) {
        BigDecimal centre = BigDecimal.valueOf(CENTRE).pow(k - n);
        BigDecimal share = term.multiply(binomial(k, n)).multiply(centre);
        coefficients[n] = coefficients[n].add(share, DIGITS);
      }
      power = power.divide(BigDecimal.valueOf(-(k + 1L)), DIGITS);
    }
    return coefficients;
  }

  private static BigDecimal binomial(int k, int n) {
    BigDecimal ways = BigDecimal.ONE;
    for (int i = 1; i <= n; i++) {
      ways = ways.multiply(BigDecimal.valueOf(k - n + i)).divide(BigDecimal.valueOf(i), DIGITS);
    }
    return ways;
  }

  /** 1 − e<sup>−x²</sup> g(x), for x up to 6. */
  private static Tensor complement(Tensor x) {
    Tensor s = x.filled(2.5).minus(x).dividedBy(x.plus(3));
    Tensor g = x.filled(TAIL[0]);
    for (int i = 1; i < TAIL.length; i++) {
      g = g.times(s).plus(TAIL[i]);
    }
    Exponential exponential = Exponential.of(x.zeros().minus(x.times(x)));
    Tensor decay = exponential.significand().high().times(Binade.power(exponential.exponent(), 58));
    return x.filled(1).minus(decay.times(g));
  }
}
