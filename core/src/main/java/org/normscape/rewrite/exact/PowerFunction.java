package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * x<sup>y</sup> for a constant y: e<sup>y log |x|</sup>, with the logarithm and the product to more
 * digits than float64 has, and the sign and the special cases of {@link Math#pow}.
 */
final class PowerFunction {

  /**
   * Beyond this magnitude of y each power but those of ±1 is 0 or infinite; below its reciprocal
   * each is 1.
   */
  private static final double LARGEST = 0x1p64;

  private PowerFunction() {}

  static Tensor of(Tensor x, double exponent) {
    if (Double.isNaN(exponent)) {
      return x.filled(Double.NaN);
    }
    if (Double.isInfinite(exponent)) {
      return limit(x.absolute(), limit(exponent), limit(-exponent));
    }
    if (exponent == 0) {
      return x.filled(1);
    }
    if (exponent == 1) {
      return x;
    }
    if (exponent == 2) {
      return x.times(x);
    }
    if (exponent == -1) {
      return x.filled(1).dividedBy(x);
    }
    return signed(x, exponent);
  }

  /** Infinity to the power y, for y other than 0. */
  private static double limit(double exponent) {
    return exponent > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** One number above 1, another below; undecided at 1. */
  private static Tensor limit(Tensor magnitude, double above, double below) {
    Tensor one = magnitude.filled(1);
    Tensor notAbove =
        one.greater(magnitude).select(magnitude.filled(below), magnitude.filled(Double.NaN));
    return magnitude.greater(one).select(magnitude.filled(above), notAbove);
  }

  /** Negative numbers: −∞ counts as ∞ unless y is odd; the others have integer powers only. */
  private static Tensor signed(Tensor x, double exponent) {
    Tensor magnitude = x.absolute();
    Tensor power = positive(magnitude, exponent);
    Tensor negative = x.zeros().greater(x);
    if (Math.abs(exponent % 2) == 1) {
      return negative.select(x.zeros().minus(power), power);
    }
    if (exponent == Math.rint(exponent)) {
      return power;
    }
    return x.equalTo(x.filled(Double.NEGATIVE_INFINITY))
        .select(power, negative.select(x.filled(Double.NaN), power));
  }

  /** The power of a magnitude, ends included. */
  private static Tensor positive(Tensor x, double exponent) {
    if (exponent == 0.5) {
      return x.sqrt();
    }
    if (exponent == -0.5) {
      return ElementaryFunctions.reciprocalSqrt(x);
    }
    Tensor finite = finite(x, exponent);
    Tensor atInfinity = x.filled(limit(exponent));
    Tensor atZero = x.filled(limit(-exponent));
    return x.equalTo(x.zeros())
        .select(atZero, x.equalTo(x.filled(Double.POSITIVE_INFINITY)).select(atInfinity, finite));
  }

  /** e<sup>y log x</sup>. Where the product is out of range, its low part does not matter. */
  private static Tensor finite(Tensor x, double exponent) {
    double bounded =
        Math.copySign(Math.max(Math.min(Math.abs(exponent), LARGEST), 1 / LARGEST), exponent);
    DoubleDouble product = Logarithm.of(x).times(bounded).normalized();
    Tensor high = Rounding.atLeast(Rounding.atMost(product.high(), 720), -760);
    Tensor low = product.low().minimum(x.filled(0x1p-4)).maximum(x.filled(-0x1p-4));
    return Exponential.of(new DoubleDouble(high, low)).rounded();
  }
}
