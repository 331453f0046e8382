package org.normscape.backend.nd4j.lowering;

import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.fusion.Binary;
import org.normscape.backend.nd4j.fusion.Operator;
import org.normscape.backend.nd4j.fusion.Pointwise;
import org.normscape.backend.nd4j.fusion.Unary;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.operation.NativeCalls.Table;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/**
 * How elementwise primitives are said: of floating-point numbers by loops of our own, which run
 * together, and of whole numbers by ND4J's.
 */
final class ElementwiseLowering {

  /**
   * Arithmetic of two tensors.
   *
   * @param number of whole numbers, in ND4J's table
   * @param operator of floating-point numbers
   */
  record Arithmetic(int number, Binary operator) {
    static final Arithmetic ADD = new Arithmetic(0, Binary.ADD);
    static final Arithmetic SUBTRACT = new Arithmetic(6, Binary.SUBTRACT);
    static final Arithmetic MULTIPLY = new Arithmetic(3, Binary.MULTIPLY);
    static final Arithmetic DIVIDE = new Arithmetic(2, Binary.DIVIDE);
    static final Arithmetic MAXIMUM = new Arithmetic(7, Binary.MAXIMUM);
    static final Arithmetic MINIMUM = new Arithmetic(8, Binary.MINIMUM);
  }

  /**
   * A comparison of two tensors.
   *
   * @param number of whole numbers, in ND4J's table
   * @param operator of floating-point numbers
   */
  record Comparison(int number, Binary operator) {
    static final Comparison EQUAL = new Comparison(0, Binary.EQUAL);
    static final Comparison GREATER = new Comparison(1, Binary.GREATER);
    static final Comparison GREATER_OR_EQUAL = new Comparison(4, Binary.GREATER_OR_EQUAL);
  }

  private static final int NOT_EQUAL = 6;

  private final Recorder recorder;
  private final NativeCalls calls;

  ElementwiseLowering(Recorder recorder, NativeCalls calls) {
    this.recorder = recorder;
    this.calls = calls;
  }

  Node fill(double value, TensorType type) {
    return Node.repeated(type, recorder.constant(Node.dtype(type.dtype()), value));
  }

  /** A tensor of numbers, not of booleans. */
  Node numbers(Node x) {
    return x.isMask()
        ? new Node(x.type(), form(x.slot(), Node.dtype(x.type().dtype())), x.strides())
        : x;
  }

  /** A slot in another type, converted once. */
  private Slot form(Slot slot, DataType dtype) {
    return recorder.derived(
        slot,
        dtype,
        () -> {
          Slot converted = recorder.computed(dtype, slot.length());
          calls.copy(View.flat(slot), View.flat(converted));
          return converted;
        });
  }

  private static boolean isFloating(Node x) {
    return x.type().dtype().isFloating();
  }

  Node pointwise(Operator operator, Node... in) {
    Node z = recorder.computed(in[0].type());
    recorder.add(new Pointwise(operator, Stream.of(in).map(Node::view).toList(), z.slot()));
    return z;
  }

  Node arithmetic(Arithmetic operation, Node left, Node right) {
    Node x = numbers(left);
    Node y = numbers(right);
    if (isFloating(x)) {
      return pointwise(operation.operator(), x, y);
    }
    Node z = recorder.computed(x.type());
    calls.pairwise(operation.number(), x.view(), y.view(), z.view());
    return z;
  }

  Node compare(Comparison operation, Node left, Node right) {
    Node x = numbers(left);
    Node y = numbers(right);
    return isFloating(x) ? pointwise(operation.operator(), x, y) : truth(operation.number(), x, y);
  }

  private Node truth(int comparison, Node x, Node y) {
    Node z = Node.dense(x.type(), recorder.computed(DataType.BOOL, x.shape().size()));
    calls.compare(comparison, x.view(), y.view(), z.view());
    return z;
  }

  /**
   * Where the mask is not 0, {@code x}, else {@code y}: of whole numbers {@code y + m (x − y)},
   * which is exact modulo a power of two.
   */
  Node select(Node mask, Node left, Node right) {
    Node x = numbers(left);
    Node y = numbers(right);
    if (isFloating(x)) {
      return pointwise(new Operator.Choice(), numbers(mask), x, y);
    }
    Node truth = mask.isMask() ? mask : truth(NOT_EQUAL, mask, fill(0, mask.type()));
    Node difference = arithmetic(Arithmetic.SUBTRACT, x, y);
    return arithmetic(
        Arithmetic.ADD, arithmetic(Arithmetic.MULTIPLY, numbers(truth), difference), y);
  }

  Node unary(Table table, int operation, Node in) {
    Node x = numbers(in);
    Node z = recorder.computed(x.type());
    calls.transform(table, operation, x.view(), z.view());
    return z;
  }

  private Node unary(Table table, int operation, Unary operator, Node in) {
    return isFloating(in) ? pointwise(operator, numbers(in)) : unary(table, operation, in);
  }

  Node negate(Node x) {
    return unary(Table.SAME, 3, Unary.NEGATE, x);
  }

  Node absolute(Node x) {
    return unary(Table.SAME, 0, Unary.ABSOLUTE, x);
  }

  Node squareRoot(Node x) {
    return pointwise(Unary.SQUARE_ROOT, numbers(x));
  }

  Node sign(Node x) {
    return unary(Table.SAME, 1, Unary.SIGN, x);
  }

  Node cast(Node in, DType dtype) {
    Node x = numbers(in);
    if (x.type().dtype() == dtype) {
      return x;
    }
    Node z = recorder.computed(x.type().withDType(dtype));
    calls.copy(x.view(), z.view());
    return z;
  }
}
