package org.normscape.backend.tf.graph;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.tensorflow.Operand;
import org.tensorflow.types.TBool;
import org.tensorflow.types.family.TNumber;

/**
 * A node of a graph and the tensor it stands for. Repetition is not stored: on an axis along which
 * the tensor repeats, the node may have extent 1, and TensorFlow's elementwise operations broadcast
 * it as they run.
 *
 * @param operand the node: of the rank of {@code shape}, each extent that of {@code shape} or 1
 * @param shape the extents of the tensor
 * @param truth where the tensor is not 0, if a node already says so
 */
public record Node(Operand<TNumber> operand, Shape shape, @Nullable Operand<TBool> truth) {

  public Node(Operand<TNumber> operand, Shape shape) {
    this(operand, shape, null);
  }

  /** A node that has every element of its tensor. */
  public static Node stored(Operand<? extends TNumber> operand) {
    return new Node(Conversions.untyped(operand), Conversions.shape(operand.shape()));
  }

  /** The extents of the node. */
  public Shape stored() {
    return Conversions.shape(operand.shape());
  }

  /** The element type. */
  public DType dtype() {
    return Conversions.dtype(operand);
  }

  /** The type of the tensor. */
  public TensorType type() {
    return new TensorType(dtype(), shape);
  }

  /** Whether every element of the tensor has the same value, stored once. */
  public boolean isUniform() {
    return stored().size() == 1;
  }

  /** Whether the tensor repeats along an axis. */
  public boolean repeats(int axis) {
    return stored().dim(axis) < shape.dim(axis);
  }

  /** Whether the tensor repeats along any axis. */
  public boolean repeats() {
    return IntStream.range(0, shape.rank()).anyMatch(this::repeats);
  }
}
