package org.normscape.replay;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/** Numbers on the host, in row-major order, not changed once copied. */
public final class HostArray {

  private final TensorType type;
  private final double[] values;

  private HostArray(TensorType type, double[] values) {
    this.type = type;
    this.values = values;
  }

  /** A copy of an array. */
  public static HostArray of(Array array) {
    return new HostArray(array.type(), array.toDoubles());
  }

  /**
   * Numbers that were read, not copied: whoever gives them does not change them any more.
   *
   * @param values in row-major order, as many as the type says
   */
  public static HostArray of(TensorType type, double[] values) {
    Backend.checkCount(type, values.length);
    return new HostArray(type, values);
  }

  /** The element type and the extents. */
  public TensorType type() {
    return type;
  }

  /** The same numbers as elements of another type, to which they are rounded on a device. */
  public HostArray as(DType dtype) {
    return new HostArray(new TensorType(dtype, type.shape()), values);
  }

  /** The same numbers on a backend's device; the caller closes them. */
  public Array on(Backend backend) {
    return backend.array(type, values);
  }

  /** The element at a place in row-major order. */
  public double at(int index) {
    return values[index];
  }
}
