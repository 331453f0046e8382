package org.normscape.backend.nd4j.plan;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/**
 * What stands for a tensor while a plan is made: elements of a slot under a type. Broadcasts and
 * fills are strides of 0, and comparisons are booleans, until an operation needs more.
 *
 * @param type the tensor
 * @param slot where its elements are
 * @param strides the distance between neighbours along each axis
 */
public record Node(TensorType type, Slot slot, List<Integer> strides) {

  /** The elements of a slot in row-major order. */
  public static Node dense(TensorType type, Slot slot) {
    return new Node(type, slot, View.dense(type.shape().dims()));
  }

  /** The first element of a slot, everywhere. */
  public static Node repeated(TensorType type, Slot slot) {
    return new Node(type, slot, Collections.nCopies(type.shape().rank(), 0));
  }

  /** The extents of the tensor. */
  public Shape shape() {
    return type.shape();
  }

  /** The elements, as steps see them. */
  public View view() {
    return new View(slot, slot.dtype(), 0, type.shape().dims(), strides);
  }

  /** Whether the elements lie in a row. */
  public boolean isDense() {
    return slot.length() == shape().size() && view().isDense();
  }

  /** Whether the elements are booleans that stand for 0 and 1. */
  public boolean isMask() {
    return slot.dtype() != dtype(type.dtype());
  }

  /** The value that all elements have, if it is known. */
  public OptionalDouble fill() {
    return slot.source() instanceof Slot.Source.Constant c && slot.length() == 1
        ? OptionalDouble.of(c.first())
        : OptionalDouble.empty();
  }

  /** How ND4J names the element type. */
  public static DataType dtype(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> DataType.DOUBLE;
      case INT32 -> DataType.INT32;
    };
  }
}
