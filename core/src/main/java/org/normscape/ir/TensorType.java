package org.normscape.ir;

import java.io.Serializable;

/**
 * The element type and the extents of a tensor.
 *
 * @param dtype the type of its elements
 * @param shape its extents
 */
public record TensorType(DType dtype, Shape shape) implements Serializable {

  /** The type of a tensor of float32 with these extents. */
  public static TensorType float32(int... dims) {
    return new TensorType(DType.FLOAT32, Shape.of(dims));
  }

  /** The type of a tensor of float64 with these extents. */
  public static TensorType float64(int... dims) {
    return new TensorType(DType.FLOAT64, Shape.of(dims));
  }

  /** The type of a tensor of int32 with these extents. */
  public static TensorType int32(int... dims) {
    return new TensorType(DType.INT32, Shape.of(dims));
  }

  /** The same element type with another shape. */
  public TensorType withShape(Shape shape) {
    return new TensorType(dtype, shape);
  }

  /** The same shape with another element type. */
  public TensorType withDType(DType dtype) {
    return new TensorType(dtype, shape);
  }

  /** The bytes that the elements take. */
  public long bytes() {
    return (long) shape.size() * dtype.bytes();
  }

  @Override
  public String toString() {
    return dtype + shape.toString();
  }
}
