package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * x = value · 2<sup>±60</sup>, with value a factor of 2<sup>60</sup> away from both ends of the
 * range: its products with what is left by rounding are neither denormal nor infinite.
 *
 * @param large 1 where x is above 1 and value is x · 2<sup>−60</sup>, else 0 and value is x ·
 *     2<sup>60</sup>
 */
record Balanced(Tensor value, Tensor large) {

  static Balanced of(Tensor x) {
    Tensor large = x.greater(x.filled(1));
    return new Balanced(x.times(choose(large, 0x1p-60, 0x1p60)), large);
  }

  /** One number where x is large, another where it is small. */
  Tensor choose(double ifLarge, double ifSmall) {
    return choose(large, ifLarge, ifSmall);
  }

  private static Tensor choose(Tensor mask, double ifTrue, double ifFalse) {
    return mask.select(mask.filled(ifTrue), mask.filled(ifFalse));
  }
}
