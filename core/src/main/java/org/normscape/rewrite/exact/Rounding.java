package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * Rounding to a multiple of a power of two, with additions alone: near 1.5 · 2<sup>52</sup> · g the
 * floats are g apart.
 */
final class Rounding {

  private Rounding() {}

  /** The nearest integers, of |x| below 2<sup>51</sup>. */
  static Tensor toInteger(Tensor x) {
    return toMultiple(x, 1);
  }

  /** The nearest multiples of a power of two, of |x| below 2<sup>51</sup> times that power. */
  static Tensor toMultiple(Tensor x, double power) {
    double shift = 0x1.8p52 * power;
    return x.plus(shift).minus(shift);
  }

  /** x where it is at most {@code bound}, else {@code bound}; NaN stays. */
  static Tensor atMost(Tensor x, double bound) {
    return x.greater(x.filled(bound)).select(x.filled(bound), x);
  }

  /** x where it is at least {@code bound}, else {@code bound}; NaN stays. */
  static Tensor atLeast(Tensor x, double bound) {
    return x.filled(bound).greater(x).select(x.filled(bound), x);
  }
}
