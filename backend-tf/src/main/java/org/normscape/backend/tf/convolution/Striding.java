package org.normscape.backend.tf.convolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.Shape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/**
 * Every so many of the elements along an axis, and back.
 *
 * <p>TensorFlow's own strided slice finds each element by itself, at ten times the cost of a slice
 * without strides. So an axis is split into one over steps and one within a step, which moves
 * nothing, and of the latter one element is taken.
 *
 * @param tf writes operations
 * @param framing what several lowerings need of the graph
 */
public record Striding(Ops tf, Framing framing) {

  /** Every so many of the elements between two places on each axis. */
  public Node slice(Node x, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    List<Integer> from = new ArrayList<>(start);
    List<Integer> to = new ArrayList<>(limit);
    List<Integer> strided =
        x.shape().axes().stream()
            .filter(axis -> stride.get(axis) > 1 && limit.get(axis) - start.get(axis) > 1)
            .toList();
    for (int axis : strided) {
      from.set(axis, 0);
      to.set(axis, x.shape().dim(axis));
    }
    Node result = framing.slice(x, from, to);
    for (int axis : strided) {
      int count = (limit.get(axis) - start.get(axis) - 1) / stride.get(axis) + 1;
      result = every(result, axis, start.get(axis), count, stride.get(axis));
    }
    return result;
  }

  /** {@code count} elements along an axis, from {@code start} on, {@code stride} apart. */
  Node every(Node x, int axis, int start, int count, int stride) {
    if (stride == 1) {
      return range(x, axis, start, start + count);
    }
    int steps = -Math.floorDiv(-x.shape().dim(axis), stride);
    Node whole = padded(x, axis, 0, steps * stride - x.shape().dim(axis), 0);
    Shape flat = steps(whole.shape(), axis, stride);
    int outer = flat.dim(0) / steps;
    Node split = reshaped(whole, Shape.of(outer, steps, stride, flat.dim(2)));
    int step = start / stride;
    int within = start % stride;
    Node one =
        framing.slice(
            split,
            List.of(0, step, within, 0),
            List.of(outer, step + count, within + 1, flat.dim(2)));
    return reshaped(one, whole.shape().with(axis, count));
  }

  /** {@code x} seen as all steps, the elements of a step, and what is repeated in each. */
  private static Shape steps(Shape x, int axis, int stride) {
    int inner = x.dims().subList(axis + 1, x.rank()).stream().reduce(1, Math::multiplyExact);
    return Shape.of(x.size() / (stride * inner), stride, inner);
  }

  private Node reshaped(Node x, Shape shape) {
    return Node.stored(framing.reshaped(framing.stored(x), shape));
  }

  /** With {@code interior} zeros between two elements, and zeros around. */
  public Node pad(Node x, List<Integer> low, List<Integer> high, List<Integer> interior) {
    Node spread = x;
    List<Integer> limit = new ArrayList<>();
    for (int axis : x.shape().axes()) {
      spread =
          interior.get(axis) == 0
              ? spread
              : interleaved(List.of(spread), axis, interior.get(axis) + 1);
      limit.add((x.shape().dim(axis) - 1) * (interior.get(axis) + 1) + 1);
    }
    Node inside = framing.slice(spread, Collections.nCopies(x.shape().rank(), 0), limit);
    return framing.padded(inside, low, high, 0);
  }

  /**
   * The first element of each part along an axis, then the second of each, and so on; zeros fill
   * each step up to {@code stride} elements.
   */
  Node interleaved(List<Node> parts, int axis, int stride) {
    Shape part = parts.get(0).shape();
    Shape apart = steps(part, axis, 1);
    List<Operand<TNumber>> elements =
        parts.stream().map(node -> reshaped(node, apart).operand()).toList();
    Node steps =
        elements.size() == 1
            ? reshaped(parts.get(0), apart)
            : Node.stored(tf.concat(elements, tf.constant(1)));
    Node filled = padded(steps, 1, 0, stride - parts.size(), 0);
    return reshaped(filled, part.with(axis, part.dim(axis) * stride));
  }

  /** What a reduction makes of each step of {@code stride} elements along an axis. */
  Node reduced(Node x, int axis, int stride, AxisReduction reduction) {
    Node split = reshaped(x, steps(x.shape(), axis, stride));
    Node one = Node.stored(reduction.apply(split.operand(), framing.constant(List.of(1))));
    return reshaped(one, x.shape().with(axis, x.shape().dim(axis) / stride));
  }

  /** A reduction over some axes. */
  @FunctionalInterface
  interface AxisReduction {
    Operand<TNumber> apply(Operand<TNumber> x, Operand<TInt32> axes);
  }

  /** The elements from {@code start} up to {@code limit} along an axis. */
  Node range(Node x, int axis, int start, int limit) {
    List<Integer> from = new ArrayList<>(Collections.nCopies(x.shape().rank(), 0));
    List<Integer> to = new ArrayList<>(x.shape().dims());
    from.set(axis, start);
    to.set(axis, limit);
    return framing.slice(x, from, to);
  }

  /** With so many of one value before and after along an axis. */
  Node padded(Node x, int axis, int low, int high, double value) {
    List<Integer> before = new ArrayList<>(Collections.nCopies(x.shape().rank(), 0));
    List<Integer> after = new ArrayList<>(before);
    before.set(axis, low);
    after.set(axis, high);
    return framing.padded(x, before, after, value);
  }
}
