package org.normscape.rewrite.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.normscape.ir.Tensor;

/**
 * e<sup>x</sup> = 2<sup>exponent</sup> (1 + argument + rest), where argument is x reduced to about
 * [−½ ln 2, ½ ln 2] and rest is what the exponential series has beyond it.
 *
 * <p>The reduction takes ln 2 in two parts (W. J. Cody, W. Waite, Software Manual for the
 * Elementary Functions, 1980): k times the first part is exact, and so is its difference from x.
 */
record Exponential(Tensor exponent, Tensor argument, Tensor rest) {

  /** ln 2 to 42 binary places, and what is missing. */
  static final double LN2_HIGH = 0x1.62e42fefa38p-1;

  static final double LN2_LOW = 0x1.ef35793c7673p-45;

  private static final double RECIPROCAL_LN2 = 1 / StrictMath.log(2);

  /** The Taylor series ends with x<sup>13</sup> / 13!: what follows is below 2<sup>−57</sup>. */
  private static final int DEGREE = 13;

  /**
   * The exponential of x.
   *
   * @param x of at most 762 in magnitude
   */
  static Exponential of(Tensor x) {
    Tensor exponent = exponent(x);
    return reduced(exponent, argument(x, exponent));
  }

  /**
   * The exponential of x.
   *
   * @param x of at most 762 in magnitude
   */
  static Exponential of(DoubleDouble x) {
    Tensor exponent = exponent(x.high());
    return reduced(exponent, argument(x.high(), exponent).plus(x.low()).normalized());
  }

  /** x / ln 2, rounded. */
  private static Tensor exponent(Tensor x) {
    return Rounding.toInteger(x.times(RECIPROCAL_LN2));
  }

  /** x − k ln 2. */
  private static DoubleDouble argument(Tensor x, Tensor exponent) {
    Tensor difference = x.minus(exponent.times(LN2_HIGH));
    Tensor low = exponent.times(LN2_LOW);
    Tensor argument = difference.minus(low);
    return new DoubleDouble(argument, difference.minus(argument).minus(low));
  }

  /** e<sup>r + c</sup> − 1 − r is c + r (c + r (1/2! + r (1/3! + …))), to first order in c. */
  private static Exponential reduced(Tensor exponent, DoubleDouble argument) {
    Tensor r = argument.high();
    Tensor series = r.filled(reciprocalFactorial(DEGREE));
    for (int n = DEGREE - 1; n >= 2; n--) {
      series = series.times(r).plus(reciprocalFactorial(n));
    }
    Tensor rest = r.times(r.times(series).plus(argument.low())).plus(argument.low());
    return new Exponential(exponent, r, rest);
  }

  /** 1 / n!, correctly rounded. */
  static double reciprocalFactorial(int n) {
    BigInteger factorial = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      factorial = factorial.multiply(BigInteger.valueOf(i));
    }
    return BigDecimal.ONE.divide(new BigDecimal(factorial), MathContext.DECIMAL128).doubleValue();
  }

  /** 1 + argument + rest. */
  DoubleDouble significand() {
    return DoubleDouble.orderedSum(argument.filled(1), argument).plus(rest).normalized();
  }

  /** e<sup>x</sup>, rounded. */
  Tensor rounded() {
    return WidePower.of(exponent).times(significand().high());
  }
}
