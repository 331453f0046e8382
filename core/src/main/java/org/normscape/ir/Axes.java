package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import java.util.stream.IntStream;

/** What primitives say about lists of axes. */
final class Axes {

  private Axes() {}

  static void check(Operation operation, List<Integer> axes, List<TensorType> in, int rank) {
    unless(
        axes.stream().allMatch(a -> a >= 0 && a < rank),
        operation,
        in,
        "axes must lie in [0, %s)".formatted(rank),
        "count axes from the left, from 0");
    unless(
        axes.stream().distinct().count() == axes.size(),
        operation,
        in,
        "no axis may be named twice",
        "name each axis once");
  }

  /** The permutation that undoes {@code order}. */
  static List<Integer> inverse(List<Integer> order) {
    return IntStream.range(0, order.size()).map(order::indexOf).boxed().toList();
  }
}
