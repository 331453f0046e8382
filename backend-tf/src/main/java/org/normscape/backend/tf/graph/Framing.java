package org.normscape.backend.tf.graph;

import static org.normscape.backend.tf.graph.Conversions.ints;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/** What several lowerings need of the graph: constants, stored repetition, frames of padding. */
public final class Framing {

  private final Ops tf;
  private final Map<Node, Operand<TNumber>> stored = new HashMap<>();
  private final Map<List<Integer>, Operand<TInt32>> constants = new HashMap<>();

  public Framing(Ops tf) {
    this.tf = tf;
  }

  /** A node that has every element. */
  public Operand<TNumber> stored(Node x) {
    return x.repeats()
        ? stored.computeIfAbsent(x, n -> tf.broadcastTo(n.operand(), constant(n.shape().dims())))
        : x.operand();
  }

  /** A node that has every element along {@code axes}. */
  public Operand<TNumber> stored(Node x, List<Integer> axes) {
    Shape some = x.stored();
    for (int axis : axes) {
      some = some.with(axis, x.shape().dim(axis));
    }
    return stored(new Node(x.operand(), some));
  }

  /** A constant of integers, each list once in a graph. */
  public Operand<TInt32> constant(List<Integer> values) {
    return constants.computeIfAbsent(values, v -> tf.constant(ints(v)));
  }

  /** The same elements in another shape. */
  public Operand<TNumber> reshaped(Operand<TNumber> x, Shape shape) {
    return tf.reshape(x, constant(shape.dims()));
  }

  /** A constant of one number. */
  public Operand<TNumber> scalar(DType dtype, double value) {
    return Conversions.untyped(tf.constant(Conversions.type(dtype), value));
  }

  /** The image {@code [n,h,w,c]} with a frame of zeros. */
  public Node padded(Node image, Padding padding) {
    List<Integer> low = List.of(0, padding.top(), padding.left(), 0);
    List<Integer> high = List.of(0, padding.bottom(), padding.right(), 0);
    return padded(image, low, high, 0);
  }

  /** A tensor with so many elements of one value before and after it along each axis. */
  public Node padded(Node x, List<Integer> low, List<Integer> high, double value) {
    if (low.stream().allMatch(i -> i == 0) && high.stream().allMatch(i -> i == 0)) {
      return x;
    }
    int[][] sides = new int[low.size()][];
    Arrays.setAll(sides, axis -> new int[] {low.get(axis), high.get(axis)});
    return Node.stored(tf.pad(stored(x), tf.constant(sides), scalar(x.dtype(), value)));
  }

  /** What a frame is around. */
  public Node unpadded(Node padded, Shape image, Padding padding) {
    List<Integer> start = List.of(0, padding.top(), padding.left(), 0);
    List<Integer> limit = IntStream.range(0, 4).mapToObj(a -> start.get(a) + image.dim(a)).toList();
    return slice(padded, start, limit);
  }

  /** The elements from {@code start} up to {@code limit} on each axis. */
  public Node slice(Node x, List<Integer> start, List<Integer> limit) {
    List<Integer> extents =
        x.shape().axes().stream().map(a -> limit.get(a) - start.get(a)).toList();
    if (extents.equals(x.shape().dims())) {
      return x;
    }
    List<Integer> size =
        x.shape().axes().stream().map(a -> x.repeats(a) ? 1 : extents.get(a)).toList();
    List<Integer> begin =
        x.shape().axes().stream().map(a -> x.repeats(a) ? 0 : start.get(a)).toList();
    return new Node(tf.slice(x.operand(), constant(begin), constant(size)), new Shape(extents));
  }
}
