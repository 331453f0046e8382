package org.normscape.backend;

import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/**
 * Compiles programs and holds arrays, on one device. It has no mathematics and no gradients of its
 * own. Safe to use from several threads.
 */
public interface Backend extends AutoCloseable {

  /** What this is, for provenance. */
  BackendInfo info();

  /** Makes a program ready to run many times. */
  Executable compile(Program program, Compilation compilation);

  /**
   * Copies numbers to the device, converted to the element type of {@code type}.
   *
   * @throws IllegalArgumentException when there are not as many as {@code type} says
   */
  Array array(TensorType type, double... values);

  /** As {@link #array(TensorType, double...)}, from float32. */
  Array array(TensorType type, float[] values);

  /** As {@link #array(TensorType, double...)}, from int32. */
  Array array(TensorType type, int[] values);

  /**
   * As {@link #array(TensorType, double...)}, from numbers that are made meanwhile: float32 arrays
   * take them block by block, and none of them waits on the Java heap.
   */
  default Array array(TensorType type, FloatSource source) {
    return array(type, source.toFloats(type.shape().size()));
  }

  /** Closes the sessions and threads behind this backend; its arrays and executables go with it. */
  @Override
  void close();

  /** Checks the number of values given for an array. */
  static void checkCount(TensorType type, int count) {
    if (type.shape().size() != count) {
      throw new IllegalArgumentException(
          "array: %s has %s elements, but %s were given. To fix: pass one value for each element."
              .formatted(type, type.shape().size(), count));
    }
  }
}
