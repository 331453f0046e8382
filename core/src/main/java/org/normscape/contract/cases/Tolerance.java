package org.normscape.contract.cases;

import org.normscape.ir.DType;

/** How far a number may be from the right one. */
@FunctionalInterface
public interface Tolerance {

  /**
   * The largest error allowed.
   *
   * @param dtype the type of the numbers, floating-point
   * @param expected the right number, finite
   * @param scale the largest magnitude among the finite numbers of its tensor
   */
  double allowed(DType dtype, double expected, double scale);

  /** No error at all; the sign of zero and the payload of NaN do not count. */
  static Tolerance exactly() {
    return (dtype, expected, scale) -> 0;
  }

  /** Relative to each number. */
  static Tolerance relative(double float32, double float64) {
    return (dtype, expected, scale) -> Math.abs(expected) * of(dtype, float32, float64);
  }

  /** Relative to the largest number of the tensor: for sums, which may cancel. */
  static Tolerance overall(double float32, double float64) {
    return (dtype, expected, scale) -> scale * of(dtype, float32, float64);
  }

  /** This, and what is lost when results below the normal numbers are made zero. */
  default Tolerance orFlushed() {
    return (dtype, expected, scale) ->
        allowed(dtype, expected, scale) + of(dtype, Float.MIN_NORMAL, Double.MIN_NORMAL);
  }

  private static double of(DType dtype, double float32, double float64) {
    return dtype == DType.FLOAT32 ? float32 : float64;
  }
}
