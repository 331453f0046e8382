package org.normscape.backend.nd4j.memory;

import java.util.Arrays;

/** Numbers of one type in the cache of one thread. */
public sealed interface Register {

  /** Lets so many elements be one number. */
  void fill(double number, int from, int count);

  /** Lets the elements up to {@code count} repeat the first {@code width} ones. */
  void repeat(int width, int count);

  private static void repeat(Object values, int width, int count) {
    for (int done = width; done < count; done *= 2) {
      System.arraycopy(values, 0, values, done, Math.min(done, count - done));
    }
  }

  /** Numbers of float32. */
  final class Floats implements Register {

    private final float[] values;

    Floats(int length) {
      this.values = new float[length];
    }

    /** The numbers, not copied. */
    public float[] values() {
      return values;
    }

    @Override
    public void fill(double number, int from, int count) {
      Arrays.fill(values, from, from + count, (float) number);
    }

    @Override
    public void repeat(int width, int count) {
      Register.repeat(values, width, count);
    }
  }

  /** Numbers of float64. */
  final class Doubles implements Register {

    private final double[] values;

    Doubles(int length) {
      this.values = new double[length];
    }

    /** The numbers, not copied. */
    public double[] values() {
      return values;
    }

    @Override
    public void fill(double number, int from, int count) {
      Arrays.fill(values, from, from + count, number);
    }

    @Override
    public void repeat(int width, int count) {
      Register.repeat(values, width, count);
    }
  }
}
