package org.normscape.backend;

import org.normscape.ir.TensorType;

/** Numbers that live on a backend's device, in row-major order, until closed. Immutable. */
public interface Array extends AutoCloseable {

  /** The element type and the extents. */
  TensorType type();

  /**
   * Copies the elements to the host; each is converted to double without loss.
   *
   * @throws IllegalStateException when the array is closed or was donated
   */
  double[] toDoubles();

  /** Copies the elements to the host as float32, rounded where they are of another type. */
  default float[] toFloats() {
    double[] doubles = toDoubles();
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }

  /** The one element of an array of size 1. */
  default double toScalar() {
    double[] values = toDoubles();
    if (values.length != 1) {
      throw new IllegalStateException(
          "Array: only an array of one element is a scalar, but the type is %s. To fix: call toDoubles()."
              .formatted(type()));
    }
    return values[0];
  }

  /** Gives the memory back at once; a second call does nothing. */
  @Override
  void close();
}
