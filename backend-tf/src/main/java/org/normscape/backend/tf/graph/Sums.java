package org.normscape.backend.tf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/**
 * Sums of which no float32 is added to more than some hundred others: long ones are sums of blocks,
 * then of their sums. TensorFlow adds up a column, or a row times a column, one element after the
 * other, and loses a percent of thirty million equal numbers.
 */
public final class Sums {

  /** How many float32 may be added one after the other: equal ones lose 1e-5 of their sum. */
  static final int LONGEST_RUN = 1024;

  /** As many rows are set apart where their number has no divisor to make blocks of. */
  private static final int BLOCK = 256;

  private final Ops tf;
  private final Framing framing;

  public Sums(Ops tf, Framing framing) {
    this.tf = tf;
    this.framing = framing;
  }

  /** The sum over {@code axes}, in increasing order. */
  public Node over(Node x, List<Integer> axes) {
    int terms = x.shape().size() / x.shape().without(axes).size();
    if (x.dtype() == DType.FLOAT32 && terms > LONGEST_RUN) {
      return inRuns(x, axes);
    }
    if (axes.equals(x.shape().axesExcept(-1)) && !axes.isEmpty() && x.dtype().isFloating()) {
      return Node.stored(tf.nn.biasAddGrad(framing.stored(x)));
    }
    return new Node(
        tf.sum(framing.stored(x, axes), framing.constant(axes)), x.shape().without(axes));
  }

  /** The sum over one run of neighbouring axes after the other, the last run first. */
  private Node inRuns(Node x, List<Integer> axes) {
    Operand<TNumber> rest = framing.stored(x);
    Shape shape = x.shape();
    List<Integer> left = new ArrayList<>(axes);
    while (!left.isEmpty()) {
      int last = left.get(left.size() - 1);
      int first = last;
      while (left.contains(first - 1)) {
        first--;
      }
      List<Integer> run = IntStream.rangeClosed(first, last).boxed().toList();
      int outer = new Shape(shape.dims().subList(0, first)).size();
      int inner = new Shape(shape.dims().subList(last + 1, shape.rank())).size();
      rest = middle(rest, outer, shape.size() / outer / inner, inner);
      shape = shape.without(run);
      left.removeAll(run);
    }
    return Node.stored(framing.reshaped(rest, shape));
  }

  /** The sum over the middle axis of {@code x}, seen as {@code [outer, count, inner]}. */
  private Operand<TNumber> middle(Operand<TNumber> x, int outer, int count, int inner) {
    if (inner == 1) {
      return sum(x, Shape.of(outer, count));
    }
    if (outer == 1) {
      return columns(x, count, inner);
    }
    if (count <= LONGEST_RUN) {
      return sum(x, Shape.of(outer, count, inner));
    }
    Optional<Integer> blocks = blocks(count);
    if (blocks.isPresent()) {
      int b = blocks.get();
      return middle(sum(x, Shape.of(outer * b, count / b, inner)), outer, b, inner);
    }
    Operand<TNumber> cube = framing.reshaped(x, Shape.of(outer, count, inner));
    Operand<TNumber> rows = tf.linalg.transpose(cube, framing.constant(List.of(0, 2, 1)));
    return sum(rows, Shape.of(outer * inner, count));
  }

  /** TensorFlow adds rows up in a tree, and {@code [outer, count, inner]} element by element. */
  private Operand<TNumber> sum(Operand<TNumber> x, Shape seen) {
    return tf.sum(framing.reshaped(x, seen), framing.constant(List.of(1)));
  }

  /** The sums of the columns of {@code [count, width]}. */
  private Operand<TNumber> columns(Operand<TNumber> x, int count, int width) {
    Operand<TNumber> matrix = framing.reshaped(x, Shape.of(count, width));
    if (count <= LONGEST_RUN) {
      return Conversions.untyped(tf.nn.biasAddGrad(matrix));
    }
    Optional<Integer> blocks = blocks(count);
    if (blocks.isPresent()) {
      int b = blocks.get();
      Operand<TNumber> wide = framing.reshaped(x, Shape.of(count / b, b * width));
      return columns(Conversions.untyped(tf.nn.biasAddGrad(wide)), b, width);
    }
    int whole = count - count % BLOCK;
    Node all = Node.stored(matrix);
    Node head = framing.slice(all, List.of(0, 0), List.of(whole, width));
    Node tail = framing.slice(all, List.of(whole, 0), List.of(count, width));
    return tf.math.add(
        columns(head.operand(), whole, width), columns(tail.operand(), count - whole, width));
  }

  /**
   * The least divisor of {@code count}, from its root on, that makes blocks neither long nor tiny.
   */
  private static Optional<Integer> blocks(int count) {
    int least = Math.max((int) Math.ceil(Math.sqrt(count)), (count - 1) / LONGEST_RUN + 1);
    return IntStream.rangeClosed(least, count / 8).filter(b -> count % b == 0).boxed().findFirst();
  }
}
