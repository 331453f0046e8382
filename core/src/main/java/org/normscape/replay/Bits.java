package org.normscape.replay;

import org.normscape.ir.DType;

/** Numbers by their bits. There is one NaN, and −0 is not +0. */
public final class Bits {

  private Bits() {}

  /** Whether two numbers are the same. */
  public static boolean equal(double x, double y) {
    return Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
  }

  /**
   * Whether two numbers are the same where denormals and −0 count as +0. Between the places at
   * which exact programs make them +0, backends may differ by that.
   */
  public static boolean equalWhenFlushed(DType dtype, double x, double y) {
    return equal(flushed(dtype, x), flushed(dtype, y));
  }

  /** Whether a number is denormal in this type. */
  static boolean isDenormal(DType dtype, double x) {
    return x != 0 && flushed(dtype, x) == 0;
  }

  private static double flushed(DType dtype, double x) {
    double smallest =
        switch (dtype) {
          case FLOAT64 -> Double.MIN_NORMAL;
          case FLOAT32 -> Float.MIN_NORMAL;
          case INT32 -> 1;
        };
    return Math.abs(x) < smallest ? 0 : x;
  }

  /**
   * How many steps from one number of this type to the next lead from {@code x} to {@code y}; −0 to
   * +0 is one. {@link Long#MAX_VALUE} when one of them is NaN and the other is not.
   */
  public static long ulps(DType dtype, double x, double y) {
    if (equal(x, y)) {
      return 0;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Long.MAX_VALUE;
    }
    long distance = Math.abs(rank(dtype, x) - rank(dtype, y));
    return distance < 0 ? Long.MAX_VALUE : distance;
  }

  /** The place of a number among all numbers of its type, in ascending order. */
  private static long rank(DType dtype, double x) {
    return switch (dtype) {
      case FLOAT64 -> {
        long bits = Double.doubleToRawLongBits(x);
        yield bits >= 0 ? bits : -1 - (bits & Long.MAX_VALUE);
      }
      case FLOAT32 -> {
        int bits = Float.floatToRawIntBits((float) x);
        yield bits >= 0 ? bits : -1 - (bits & Integer.MAX_VALUE);
      }
      case INT32 -> (long) x;
    };
  }
}
