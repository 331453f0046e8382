package org.normscape.backend.nd4j;

/** Loops over arrays that stay in the cache; the compiler turns most into vector instructions. */
final class Loops {

  private Loops() {}

  static void maximum(double[] x, double[] y, double[] z, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = Math.max(x[i], y[i]);
    }
  }

  /** {@code z = mask ≠ 0 ? x : y}; on bits, which spares a branch. */
  static void choose(double[] mask, double[] x, double[] y, double[] z, int count) {
    for (int i = 0; i < count; i++) {
      long chosen = Double.doubleToRawLongBits(x[i]);
      long other = Double.doubleToRawLongBits(y[i]);
      z[i] = Double.longBitsToDouble(mask[i] != 0 ? chosen : other);
    }
  }

  /** The largest of {@code count} elements; NaN if one of them is NaN. */
  static double largest(double[] x, int first, int count) {
    double best = x[first];
    for (int i = 1; i < count; i++) {
      best = Math.max(best, x[first + i]);
    }
    return best;
  }

  /** Where the first of the largest elements stands; where the first NaN does, if there is one. */
  static int firstLargest(double[] x, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      best = x[i] > x[best] || isFirstNaN(x[i], x[best]) ? i : best;
    }
    return best;
  }

  /** Whether {@code x} is NaN and {@code best} is not. */
  static boolean isFirstNaN(double x, double best) {
    return Double.isNaN(x) && !Double.isNaN(best);
  }
}
