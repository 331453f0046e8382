package org.normscape.backend.nd4j.fusion;

import org.normscape.backend.nd4j.memory.Register;
import org.normscape.backend.nd4j.memory.Register.Doubles;
import org.normscape.backend.nd4j.memory.Register.Floats;

/**
 * Loops over arrays that stay in the cache; the compiler turns most into vector instructions, but
 * only what it sees written out, once for each type.
 */
public final class Loops {

  private Loops() {}

  /** {@code z = max(x, y)}; NaN where either is NaN. */
  public static void maximum(double[] x, double[] y, double[] z, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = Math.max(x[i], y[i]);
    }
  }

  /** {@code z = mask ≠ 0 ? x : y}. */
  static void choose(Register mask, Register x, Register y, Register z, int count) {
    if (mask instanceof Floats m) {
      choose(m.values(), floats(x), floats(y), floats(z), count);
    } else {
      choose(doubles(mask), doubles(x), doubles(y), doubles(z), count);
    }
  }

  /** On bits, which spares a branch. */
  private static void choose(double[] mask, double[] x, double[] y, double[] z, int count) {
    for (int i = 0; i < count; i++) {
      long chosen = Double.doubleToRawLongBits(x[i]);
      long other = Double.doubleToRawLongBits(y[i]);
      z[i] = Double.longBitsToDouble(mask[i] != 0 ? chosen : other);
    }
  }

  private static void choose(float[] mask, float[] x, float[] y, float[] z, int count) {
    for (int i = 0; i < count; i++) {
      int chosen = Float.floatToRawIntBits(x[i]);
      int other = Float.floatToRawIntBits(y[i]);
      z[i] = Float.intBitsToFloat(mask[i] != 0 ? chosen : other);
    }
  }

  /**
   * Adds all rows of {@code width} elements to the first one: the second half to the first, again
   * and again, so that none is rounded more often than there are halves.
   */
  static void foldRows(Register x, int width, int count) {
    if (x instanceof Floats f) {
      foldRows(f.values(), width, count);
    } else {
      foldRows(doubles(x), width, count);
    }
  }

  private static void foldRows(float[] x, int width, int count) {
    for (int left = count; left > width; ) {
      int half = (left / width + 1) / 2 * width;
      for (int i = 0; i < left - half; i++) {
        x[i] += x[half + i];
      }
      left = half;
    }
  }

  private static void foldRows(double[] x, int width, int count) {
    for (int left = count; left > width; ) {
      int half = (left / width + 1) / 2 * width;
      for (int i = 0; i < left - half; i++) {
        x[i] += x[half + i];
      }
      left = half;
    }
  }

  /**
   * {@code z = max(x, z)}, for some elements of {@code x} and those of {@code z} from {@code at}
   * on.
   */
  public static void raise(Register x, int[] elements, Register z, int at) {
    if (x instanceof Floats f) {
      raise(f.values(), elements, floats(z), at);
    } else {
      raise(doubles(x), elements, doubles(z), at);
    }
  }

  private static void raise(float[] x, int[] elements, float[] z, int at) {
    for (int i = 0; i < elements.length; i++) {
      z[at + i] = Math.max(z[at + i], x[elements[i]]);
    }
  }

  private static void raise(double[] x, int[] elements, double[] z, int at) {
    for (int i = 0; i < elements.length; i++) {
      z[at + i] = Math.max(z[at + i], x[elements[i]]);
    }
  }

  /** The largest of {@code count} elements; NaN if one of them is NaN. */
  public static double largest(Register x, int count) {
    return x instanceof Floats f ? largest(f.values(), count) : largest(doubles(x), 0, count);
  }

  private static float largest(float[] x, int count) {
    float best = x[0];
    for (int i = 1; i < count; i++) {
      best = Math.max(best, x[i]);
    }
    return best;
  }

  /** The largest of {@code count} elements; NaN if one of them is NaN. */
  public static double largest(double[] x, int first, int count) {
    double best = x[first];
    for (int i = 1; i < count; i++) {
      best = Math.max(best, x[first + i]);
    }
    return best;
  }

  /** Where the first of the largest elements stands; where the first NaN does, if there is one. */
  public static int firstLargest(double[] x, int count) {
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

  /** The numbers of a register of float32. */
  public static float[] floats(Register x) {
    return ((Floats) x).values();
  }

  /** The numbers of a register of float64. */
  public static double[] doubles(Register x) {
    return ((Doubles) x).values();
  }
}
