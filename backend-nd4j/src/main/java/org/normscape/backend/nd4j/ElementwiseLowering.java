package org.normscape.backend.nd4j;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.Kernels.Table;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/** How elementwise primitives are said with ND4J's loops. */
final class ElementwiseLowering {

  /**
   * Arithmetic of two tensors, and its numbers in ND4J's tables.
   *
   * @param pairwise of two tensors
   * @param number of a tensor and a number, or a vector along its last axis
   * @param reversed the same with the operands exchanged
   * @param operator the same of float64
   */
  record Arithmetic(int pairwise, int number, int reversed, Binary operator) {
    static final Arithmetic ADD = new Arithmetic(0, 0, 0, Binary.ADD);
    static final Arithmetic SUBTRACT = new Arithmetic(6, 1, 5, Binary.SUBTRACT);
    static final Arithmetic MULTIPLY = new Arithmetic(3, 2, 2, Binary.MULTIPLY);
    static final Arithmetic DIVIDE = new Arithmetic(2, 3, 4, Binary.DIVIDE);
  }

  /**
   * A comparison, and its numbers in ND4J's tables.
   *
   * @param number of {@code x} and {@code y}
   * @param reversed of {@code y} and {@code x}
   * @param operator the same of float64
   */
  record Comparison(int number, int reversed, Binary operator) {
    static final Comparison EQUAL = new Comparison(0, 0, Binary.EQUAL);
    static final Comparison GREATER = new Comparison(1, 2, Binary.GREATER);
    static final Comparison GREATER_OR_EQUAL = new Comparison(4, 11, Binary.GREATER_OR_EQUAL);
  }

  /**
   * The larger or the smaller of two numbers, and its numbers in ND4J's tables. None of them keeps
   * a NaN on its left.
   */
  record Extremum(int pairwise, int number, Binary operator) {
    static final Extremum MAXIMUM = new Extremum(7, 6, Binary.MAXIMUM);
    static final Extremum MINIMUM = new Extremum(8, 13, Binary.MINIMUM);
  }

  private static final int NOT_EQUAL = 6;
  private static final int NOT = 7;
  private static final int IS_NAN = 9;
  private static final int RECTIFY = 39;
  private static final int WORTH_A_BROADCAST = 1 << 15;

  private final Recorder recorder;
  private final Kernels kernels;

  ElementwiseLowering(Recorder recorder, Kernels kernels) {
    this.recorder = recorder;
    this.kernels = kernels;
  }

  Node fill(double value, TensorType type) {
    return Node.repeated(type, recorder.constant(Natives.dtype(type.dtype()), value));
  }

  /** A tensor of numbers, not of booleans. */
  Node numbers(Node x) {
    return x.isMask()
        ? new Node(x.type(), form(x.slot(), Natives.dtype(x.type().dtype())), x.strides())
        : x;
  }

  /** A slot in another type, converted once. */
  private Slot form(Slot slot, DataType dtype) {
    return recorder.derived(
        slot,
        dtype,
        () -> {
          Slot converted = recorder.computed(dtype, slot.length());
          kernels.copy(View.flat(slot), View.flat(converted));
          return converted;
        });
  }

  private static boolean isFloat64(Node x) {
    return x.type().dtype() == DType.FLOAT64;
  }

  private Node pointwise(Operator operator, Node... in) {
    Node z = recorder.computed(in[0].type());
    recorder.add(new Pointwise(operator, Stream.of(in).map(Node::view).toList(), z.slot()));
    return z;
  }

  Node arithmetic(Arithmetic operation, Node left, Node right) {
    Node x = numbers(left);
    Node y = numbers(right);
    if (isFloat64(x)) {
      return pointwise(operation.operator(), x, y);
    }
    Node z = recorder.computed(x.type());
    OptionalDouble first = x.fill();
    OptionalDouble second = y.fill();
    if (second.isPresent()) {
      kernels.scalar(operation.number(), x.view(), second.getAsDouble(), z.view());
    } else if (first.isPresent()) {
      kernels.scalar(operation.reversed(), y.view(), first.getAsDouble(), z.view());
    } else if (!byRows(operation.number(), x, y, z) && !byRows(operation.reversed(), y, x, z)) {
      kernels.pairwise(operation.pairwise(), x.view(), y.view(), z.view());
    }
    return z;
  }

  /** Whether a large tensor and a vector along its last axis were met by ND4J's broadcast. */
  private boolean byRows(int operation, Node x, Node y, Node z) {
    List<View> merged = View.merged(List.of(x.view(), y.view(), z.view()));
    boolean fits =
        x.isDense()
            && x.shape().size() >= WORTH_A_BROADCAST
            && merged.get(0).dims().size() == 2
            && merged.get(1).strides().equals(List.of(0, 1));
    if (fits) {
      View vector = View.flat(y.slot());
      kernels.broadcast(operation, merged.get(0), vector, merged.get(2));
    }
    return fits;
  }

  Node compare(Comparison operation, Node left, Node right) {
    Node x = numbers(left);
    Node y = numbers(right);
    if (isFloat64(x)) {
      return pointwise(operation.operator(), x, y);
    }
    Node z = Node.dense(x.type(), recorder.computed(DataType.BOOL, x.shape().size()));
    OptionalDouble second = y.fill();
    OptionalDouble first = x.fill();
    if (second.isPresent()) {
      kernels.compare(operation.number(), x.view(), second.getAsDouble(), z.view());
    } else if (first.isPresent()) {
      kernels.compare(operation.reversed(), y.view(), first.getAsDouble(), z.view());
    } else {
      kernels.compare(operation.number(), x.view(), y.view(), z.view());
    }
    return z;
  }

  /** The larger or the smaller; NaN if either is NaN. */
  Node extremum(Extremum operation, Node left, Node right) {
    Node x = numbers(left.fill().isPresent() ? right : left);
    Node y = numbers(left.fill().isPresent() ? left : right);
    if (isFloat64(x)) {
      return pointwise(operation.operator(), x, y);
    }
    Node z = recorder.computed(x.type());
    double number = y.fill().orElse(Double.NaN);
    if (!Double.isNaN(number) && operation.equals(Extremum.MAXIMUM)) {
      kernels.scalar(RECTIFY, x.view(), number, z.view());
      return z;
    }
    if (Double.isNaN(number)) {
      kernels.pairwise(operation.pairwise(), x.view(), y.view(), z.view());
    } else {
      kernels.scalar(operation.number(), x.view(), number, z.view());
    }
    return keepNaN(x, z);
  }

  private Node keepNaN(Node x, Node z) {
    Node kept = recorder.computed(z.type());
    kernels.replaceWhere(IS_NAN, z.view(), x.view(), kept.view());
    return kept;
  }

  /**
   * Chooses on the bits of the elements, read as integers: {@code y + m · (x − y)} modulo a power
   * of two is exact whatever the elements are. ND4J's own select and where are 200 times as slow.
   */
  Node select(Node mask, Node left, Node right) {
    Node x = numbers(left);
    Node y = numbers(right);
    if (isFloat64(x)) {
      return pointwise(Operator.Special.SELECT, numbers(mask), x, y);
    }
    DataType bits = DataType.UINT32;
    Node z = recorder.computed(x.type());
    if (isZero(x)) {
      View opposite = bits(not(mask), bits);
      kernels.pairwise(
          Arithmetic.MULTIPLY.pairwise(), y.view().as(bits), opposite, z.view().as(bits));
      return z;
    }
    View m = bits(mask, bits);
    if (isZero(y)) {
      kernels.pairwise(Arithmetic.MULTIPLY.pairwise(), x.view().as(bits), m, z.view().as(bits));
      return z;
    }
    Node difference = recorder.computed(x.type());
    kernels.pairwise(
        Arithmetic.SUBTRACT.pairwise(),
        x.view().as(bits),
        y.view().as(bits),
        difference.view().as(bits));
    Node chosen = recorder.computed(x.type());
    kernels.pairwise(
        Arithmetic.MULTIPLY.pairwise(), difference.view().as(bits), m, chosen.view().as(bits));
    kernels.pairwise(
        Arithmetic.ADD.pairwise(), chosen.view().as(bits), y.view().as(bits), z.view().as(bits));
    return z;
  }

  private static boolean isZero(Node x) {
    return x.fill().isPresent() && Double.doubleToRawLongBits(x.fill().getAsDouble()) == 0;
  }

  private Node truth(Node mask) {
    if (mask.isMask()) {
      return mask;
    }
    Node z = Node.dense(mask.type(), recorder.computed(DataType.BOOL, mask.shape().size()));
    kernels.compare(NOT_EQUAL, mask.view(), 0, z.view());
    return z;
  }

  private Node not(Node mask) {
    Node truth = truth(mask);
    Slot opposite = recorder.computed(DataType.BOOL, truth.slot().length());
    kernels.transform(Table.BOOL, NOT, View.flat(truth.slot()), View.flat(opposite));
    return new Node(truth.type(), opposite, truth.strides());
  }

  /** 1 where the mask is not 0, as integers. */
  private View bits(Node mask, DataType bits) {
    Node truth = truth(mask);
    return new Node(truth.type(), form(truth.slot(), bits), truth.strides()).view();
  }

  Node unary(Table table, int operation, Node in) {
    Node x = numbers(in);
    Node z = recorder.computed(x.type());
    kernels.transform(table, operation, x.view(), z.view());
    return z;
  }

  private Node unary(Table table, int operation, Unary operator, Node in) {
    return isFloat64(in) ? pointwise(operator, numbers(in)) : unary(table, operation, in);
  }

  Node negate(Node x) {
    return unary(Table.SAME, 3, Unary.NEGATE, x);
  }

  Node absolute(Node x) {
    return unary(Table.SAME, 0, Unary.ABSOLUTE, x);
  }

  Node squareRoot(Node x) {
    return unary(Table.FLOAT, 1, Unary.SQUARE_ROOT, x);
  }

  Node sign(Node x) {
    Node sign = unary(Table.SAME, 1, Unary.SIGN, x);
    return isFloat64(x) ? sign : keepNaN(numbers(x), sign);
  }

  Node cast(Node in, DType dtype) {
    Node x = numbers(in);
    if (x.type().dtype() == dtype) {
      return x;
    }
    Node z = recorder.computed(x.type().withDType(dtype));
    kernels.copy(x.view(), z.view());
    return z;
  }
}
