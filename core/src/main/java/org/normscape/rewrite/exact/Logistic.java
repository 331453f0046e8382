package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/** The logistic function and its integral, from E = e<sup>−|x|</sup> ≤ 1. */
final class Logistic {

  private Logistic() {}

  /** 1 / (1 + E) where x ≥ 0, else E / (1 + E): the scale of E comes last. */
  static Tensor sigmoid(Tensor x) {
    Exponential exponential = decay(x);
    DoubleDouble significand = exponential.significand();
    WidePower scale = WidePower.of(exponential.exponent());
    Tensor one = x.filled(1);
    Tensor negative = x.zeros().greater(x);
    DoubleDouble numerator =
        new DoubleDouble(
            negative.select(significand.high(), one),
            negative.select(significand.low(), x.zeros()));
    DoubleDouble denominator = DoubleDouble.orderedSum(one, scale.times(significand));
    return scale.where(negative).times(numerator.dividedBy(denominator));
  }

  /**
   * max(x, 0) + log(1 + E). Beyond 40 that is x; below −20, E (1 − E/2) will do, and the scale of E
   * comes last.
   */
  static Tensor softplus(Tensor x) {
    Exponential exponential = decay(x);
    DoubleDouble significand = exponential.significand();
    WidePower scale = WidePower.of(exponential.exponent());
    DoubleDouble e = scale.times(significand);
    Tensor square = significand.high().times(e.high().times(0.5));
    Tensor small = scale.times(significand.high().plus(significand.low().minus(square)));
    Tensor linear = x.greater(x.zeros()).select(x, x.zeros());
    DoubleDouble log = logarithm(DoubleDouble.orderedSum(x.filled(1), e));
    Tensor curved = DoubleDouble.sum(linear, log.high()).plus(log.low()).rounded();
    Tensor bounded = x.filled(-20).greater(x).select(small, curved);
    return x.greater(x.filled(40)).select(x, bounded);
  }

  /** log (h + l) is log h + l / h, for h from 1 to 2. */
  private static DoubleDouble logarithm(DoubleDouble x) {
    Tensor large = x.high().greater(x.high().filled(Math.sqrt(2)));
    Tensor m = large.select(x.high().times(0.5), x.high());
    return Logarithm.of(m, large).plus(x.low().dividedBy(x.high()));
  }

  private static Exponential decay(Tensor x) {
    return Exponential.of(x.zeros().minus(Rounding.atMost(x.absolute(), 746)));
  }
}
