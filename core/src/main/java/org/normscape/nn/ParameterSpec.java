package org.normscape.nn;

import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** A parameter before it has values: its extents, what it is for, and how it starts. */
public record ParameterSpec(Shape shape, Role role, Initializer initializer) {

  /** The type of the parameter when carried in {@code dtype}. */
  public TensorType type(DType dtype) {
    return new TensorType(dtype, shape);
  }
}
