package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.ir.TensorType;

/**
 * Writes down operations, and the forms of a tensor that they take.
 *
 * @param recorder where they are written
 */
record Calls(Recorder recorder) {

  /** A new tensor, of the extents of its type. */
  Node call(Operation operation, TensorType result, Operand... inputs) {
    Node z = recorder.computed(result);
    call(operation, Operand.of(z), inputs);
    return z;
  }

  /** Writes an operand. */
  void call(Operation operation, Operand output, Operand... inputs) {
    recorder.add(new OperationStep(operation, List.of(inputs), List.of(output)));
  }

  /** Writes several operands. */
  void call(Operation operation, List<Operand> outputs, Operand... inputs) {
    recorder.add(new OperationStep(operation, List.of(inputs), outputs));
  }

  /** A new tensor of booleans, which stand for 0 and 1, from operands in a row. */
  Node mask(Operation operation, TensorType type, Operand... inputs) {
    Node z = Node.dense(type, recorder.computed(DataType.BOOL, type.shape().size()));
    call(operation, Operand.row(z), inputs);
    return z;
  }

  /** One value everywhere. */
  Node fill(double value, TensorType type) {
    return Node.repeated(type, recorder.constant(Node.dtype(type.dtype()), value));
  }

  /** A tensor of numbers, not of booleans. */
  Node numbers(Node x) {
    return x.isMask()
        ? new Node(x.type(), converted(x.slot(), Node.dtype(x.type().dtype())), x.strides())
        : x;
  }

  /** A slot in another type, converted once. */
  Slot converted(Slot slot, DataType dtype) {
    return recorder.derived(
        slot,
        dtype,
        () -> {
          Slot z = recorder.computed(dtype, slot.length());
          List<Integer> dims = List.of(slot.length());
          call(cast(dtype), new Operand(z, dims), new Operand(slot, dims));
          return z;
        });
  }

  /** The operation that converts to a type. */
  static NamedOperation cast(DataType dtype) {
    return NamedOperation.of("cast", dtype.toInt());
  }

  /** The same numbers, all written out in row-major order. */
  Node dense(Node in) {
    Node x = numbers(in);
    if (x.fill().isEmpty()) {
      return x;
    }
    double value = x.fill().getAsDouble();
    return Node.dense(x.type(), recorder.constant(x.slot().dtype(), x.shape().size(), value, 0));
  }
}
