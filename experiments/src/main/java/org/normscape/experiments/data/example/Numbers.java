package org.normscape.experiments.data.example;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.TensorType;

/**
 * Numbers on the host, in row-major order, in the type in which they were kept. They share the
 * array that they were made from, which must not change any more.
 */
public abstract class Numbers {

  private Numbers() {}

  /** Numbers in float32. */
  public static Numbers of(float[] values) {
    return new Floats(values);
  }

  /** Numbers in float64. */
  public static Numbers of(double[] values) {
    return new Doubles(values);
  }

  /** Whole numbers in int32. */
  public static Numbers of(int[] values) {
    return new Integers(values);
  }

  /** How many there are. */
  public abstract int size();

  /** The number at a place, counted from 0. */
  public abstract double at(int index);

  /** Copies them to a device as an array of this type; the caller closes it. */
  public abstract Array on(Backend backend, TensorType type);

  /** The numbers as float32: the shared array itself where they are kept so, else a copy. */
  public float[] floats() {
    float[] copy = new float[size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) at(i);
    }
    return copy;
  }

  /** The numbers as int32: the shared array itself where they are kept so, else a copy. */
  public int[] integers() {
    int[] copy = new int[size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (int) at(i);
    }
    return copy;
  }

  private static final class Floats extends Numbers {

    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double at(int index) {
      return values[index];
    }

    @Override
    public Array on(Backend backend, TensorType type) {
      return backend.array(type, values);
    }

    @Override
    public float[] floats() {
      return values;
    }
  }

  private static final class Doubles extends Numbers {

    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double at(int index) {
      return values[index];
    }

    @Override
    public Array on(Backend backend, TensorType type) {
      return backend.array(type, values);
    }
  }

  private static final class Integers extends Numbers {

    private final int[] values;

    Integers(int[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double at(int index) {
      return values[index];
    }

    @Override
    public Array on(Backend backend, TensorType type) {
      return backend.array(type, values);
    }

    @Override
    public int[] integers() {
      return values;
    }
  }
}
