package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * A power of two beyond the range of float64, as the product of two powers within it: multiplying
 * by the second, then by the first, rounds once, overflows as it should, and gives a denormal only
 * at the end.
 */
record WidePower(Tensor first, Tensor second) {

  /** The bound of |k| / 2. */
  private static final int LARGEST_HALF = 550;

  /**
   * 2<sup>k</sup> = 2<sup>h</sup> · 2<sup>h + d</sup>, d 0 or 1.
   *
   * @param exponent k: integers of at most 1099 in magnitude
   */
  static WidePower of(Tensor exponent) {
    Tensor half = Rounding.toInteger(exponent.times(0.5).minus(0.25));
    Tensor odd = exponent.minus(half).minus(half);
    Tensor power = Binade.power(half, LARGEST_HALF);
    return new WidePower(power, power.plus(power.times(odd)));
  }

  /** This power where {@code mask} is not 0, else 1. */
  WidePower where(Tensor mask) {
    Tensor one = mask.filled(1);
    return new WidePower(mask.select(first, one), mask.select(second, one));
  }

  Tensor times(Tensor x) {
    return x.times(second).times(first);
  }

  DoubleDouble times(DoubleDouble x) {
    return new DoubleDouble(times(x.high()), times(x.low()));
  }
}
