package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * Powers of two and their exponents, found without access to bits.
 *
 * <p>A power is first found roughly, from e<sup>y</sup> ≈ (1 + y/2) / (1 − y/2), which is wrong by
 * a factor of about e<sup>y³/12</sup>: with y = k ln 2 / 2<sup>n</sup> and n squarings, n chosen
 * such that the factor stays below {@code e^TOLERANCE}, the power of two next to it is that of k.
 * Its exponent is found the same way, backwards, with n square roots.
 */
final class Binade {

  private static final double LN2 = StrictMath.log(2);

  /** The error allowed in the logarithm of a power: half of ln 2 would be too much. */
  private static final double TOLERANCE = 0.3;

  private Binade() {}

  /**
   * The power of two S with x / S in [√½, √2], up to rounding at the ends. x · √2 · 2<sup>52</sup>
   * and its predecessor are S apart (S. M. Rump, Ultimately fast accurate summation, 2009).
   *
   * @param x from 2<sup>−1020</sup> to 2<sup>970</sup>
   */
  static Tensor of(Tensor x) {
    Tensor shifted = x.times(Math.sqrt(2) * 0x1p52);
    return shifted.minus(shifted.times(1 - 0x1p-53));
  }

  /**
   * 2<sup>k</sup>.
   *
   * @param exponent k: integers
   * @param largest the bound of |k|, at most 900
   */
  static Tensor power(Tensor exponent, int largest) {
    int squarings = steps(largest);
    Tensor half = exponent.times(LN2 / Math.scalb(2.0, squarings));
    Tensor one = half.filled(1);
    Tensor power = one.plus(half).dividedBy(one.minus(half));
    for (int i = 0; i < squarings; i++) {
      power = power.times(power);
    }
    return of(power);
  }

  /**
   * The exponents k of powers 2<sup>k</sup>.
   *
   * @param largest the bound of |k|
   */
  static Tensor exponent(Tensor power, int largest) {
    int roots = steps(largest);
    Tensor root = power;
    for (int i = 0; i < roots; i++) {
      root = root.sqrt();
    }
    Tensor one = root.filled(1);
    Tensor half = root.minus(one).dividedBy(root.plus(one));
    return Rounding.toInteger(half.times(Math.scalb(2.0, roots) / LN2));
  }

  /** n: the least for which (largest · ln 2)³ / (12 · 4ⁿ) is within the tolerance. */
  private static int steps(int largest) {
    double error = StrictMath.pow(largest * LN2, 3) / (12 * TOLERANCE);
    return (int) Math.ceil(StrictMath.log(error) / (2 * LN2));
  }
}
