package org.normscape.backend.nd4j.portable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** How reductions and indices are said: over the middle of three axes, one run after the other. */
final class PortableReductions {

  /** The most float32 that are added in one go: it bounds the rounding error. */
  private static final int LONGEST_RUN = 256;

  private final Calls calls;
  private final PortableElementwise elementwise;
  private final PortableLayout layouts;

  PortableReductions(Calls calls, PortableElementwise elementwise, PortableLayout layouts) {
    this.calls = calls;
    this.elementwise = elementwise;
    this.layouts = layouts;
  }

  /** Reduces the middle one of three axes, and drops it. */
  private interface Run {
    Node reduce(Node cube);
  }

  Node sum(Node x, List<Integer> axes) {
    return eachRun(x, axes, this::sumRun);
  }

  Node max(Node x, List<Integer> axes) {
    return eachRun(x, axes, this::maxRun);
  }

  /** Over one run of neighbouring axes after the other, the last run first. */
  private Node eachRun(Node in, List<Integer> axes, Run run) {
    Node x = calls.dense(in);
    List<Integer> rest = new ArrayList<>(axes);
    while (!rest.isEmpty()) {
      int last = rest.get(rest.size() - 1);
      int first = last;
      while (rest.contains(first - 1)) {
        first--;
      }
      List<Integer> reduced = IntStream.rangeClosed(first, last).boxed().toList();
      Shape result = x.shape().without(reduced);
      Node cube = layouts.reshape(x, cube(x.shape().dims(), first, last));
      x = layouts.reshape(cube.shape().dim(1) == 1 ? cube : run.reduce(cube), result);
      rest.removeAll(reduced);
    }
    return x;
  }

  private static Shape cube(List<Integer> dims, int first, int last) {
    return Shape.of(
        new Shape(dims.subList(0, first)).size(),
        new Shape(dims.subList(first, last + 1)).size(),
        new Shape(dims.subList(last + 1, dims.size())).size());
  }

  private Node reduced(String operation, Node cube) {
    TensorType type = cube.type().withShape(cube.shape().without(List.of(1)));
    return calls.call(NamedOperation.of(operation, 1), type, Operand.of(cube));
  }

  /** Where a sum is long, first over its blocks, then over those sums. */
  private Node sumRun(Node cube) {
    int count = cube.shape().dim(1);
    if (cube.type().dtype() == DType.FLOAT64 || count <= LONGEST_RUN) {
      return reduced("reduce_sum", cube);
    }
    int outer = cube.shape().dim(0);
    int inner = cube.shape().dim(2);
    int blocks = (count + LONGEST_RUN - 1) / LONGEST_RUN;
    Node whole = lengthened(cube, blocks * LONGEST_RUN);
    Node parts = layouts.reshape(whole, Shape.of(outer * blocks, LONGEST_RUN, inner));
    return sumRun(layouts.reshape(reduced("reduce_sum", parts), Shape.of(outer, blocks, inner)));
  }

  /** With zeros behind the middle axis. */
  Node lengthened(Node cube, int count) {
    List<Integer> none = List.of(0, 0, 0);
    return layouts.pad(cube, none, List.of(0, count - cube.shape().dim(1), 0), none, 0);
  }

  /** ND4J's maximum may lose NaN. */
  private Node maxRun(Node cube) {
    Node isNaN = calls.numbers(elementwise.isNaN(cube));
    Node lost = reduced("reduce_max", isNaN);
    Node nans = elementwise.keep(calls.fill(Double.NaN, lost.type()), lost);
    return elementwise.pairwise("subtract", reduced("reduce_max", cube), nans);
  }

  /**
   * The largest of {@code n, n − 1, …, 1} where an element is the maximum or NaN: the first one,
   * whatever the number of threads.
   */
  Node argMax(Node in) {
    Node x = calls.dense(in);
    int n = x.shape().dim(-1);
    Shape kept = x.shape().without(List.of(x.shape().rank() - 1));
    Node rows = layouts.reshape(x, Shape.of(kept.size(), n));
    Node most = layouts.broadcast(max(rows, List.of(1)), rows.shape(), List.of(1));
    Node isMost = calls.numbers(elementwise.compare("equals", rows, most));
    Node hits = elementwise.pairwise("maximum", isMost, elementwise.isNaN(rows));
    TensorType wide = new TensorType(DType.FLOAT64, rows.shape());
    Slot counted = calls.recorder().constant(DataType.DOUBLE, n, n, -1);
    Node ranks =
        calls.call(
            NamedOperation.of("multiply"),
            wide,
            Operand.of(elementwise.cast(hits, DType.FLOAT64)),
            new Operand(counted, List.of(1, n)));
    Node best = reduced("reduce_max", layouts.reshape(ranks, Shape.of(kept.size(), n, 1)));
    Node index = elementwise.pairwise("reversesubtract", best, calls.fill(n, best.type()));
    return layouts.reshape(elementwise.cast(index, DType.INT32), kept);
  }

  /** Compares each index with {@code 0, 1, …}. */
  Node oneHot(Node in, int depth, DType dtype) {
    Node indices = calls.dense(in);
    int count = indices.shape().size();
    List<Integer> dims = new ArrayList<>(indices.shape().dims());
    dims.add(depth);
    Node wide =
        layouts.broadcast(
            layouts.reshape(indices, Shape.of(count)), Shape.of(count, depth), List.of(1));
    Slot counted = calls.recorder().constant(DataType.INT32, depth, 0, 1);
    Node z =
        Node.dense(
            new TensorType(dtype, new Shape(dims)),
            calls.recorder().computed(DataType.BOOL, count * depth));
    calls.call(
        NamedOperation.of("equals"),
        Operand.of(z, count, depth),
        Operand.of(calls.dense(wide), count, depth),
        new Operand(counted, List.of(1, depth)));
    return z;
  }
}
