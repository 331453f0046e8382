package org.normscape.backend.nd4j.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.contraction.MatrixProducts;
import org.normscape.backend.nd4j.fusion.Assembler;
import org.normscape.backend.nd4j.fusion.Operator;
import org.normscape.backend.nd4j.fusion.Pointwise;
import org.normscape.backend.nd4j.lowering.ElementwiseLowering.Arithmetic;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.backend.nd4j.window.Maxima;
import org.normscape.backend.nd4j.window.Maxima.Cube;
import org.normscape.backend.nd4j.window.ShortSums;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/**
 * How reductions and indices are said: sums on the way or as products with ones, maxima with loops
 * of our own.
 */
final class ReductionLowering {

  private static final int SUM = 0;
  private static final int EQUAL = 0;

  /** The longest run of float32 that is added up in one go: it bounds the rounding error. */
  private static final int LONGEST_RUN = 512;

  /** Below this many elements for each product, a loop is as fast. */
  private static final int WORTH_A_PRODUCT = 64;

  /** From so many blocks for each sum on, a sum on the way is faster than a product: measured. */
  private static final int LEAST_BLOCKS = 4;

  /** A divisor below this does not make blocks. */
  private static final int SHORTEST_RUN = 8;

  private final Recorder recorder;
  private final NativeCalls calls;
  private final ElementwiseLowering elementwise;
  private final MatrixProducts products;
  private final LayoutLowering layouts;
  private final Maxima maxima;
  private final ShortSums shortSums;

  ReductionLowering(
      Recorder recorder,
      NativeCalls calls,
      ElementwiseLowering elementwise,
      MatrixProducts products,
      LayoutLowering layouts) {
    this.recorder = recorder;
    this.elementwise = elementwise;
    this.calls = calls;
    this.products = products;
    this.layouts = layouts;
    this.maxima = new Maxima(recorder);
    this.shortSums = new ShortSums(recorder);
  }

  /**
   * Sums over one run of neighbouring axes after the other, the longest first: on the way, where
   * that leaves short rows, and few of them, or else as products.
   */
  Node sum(Node in, List<Integer> axes) {
    return eachRun(in, axes, this::sumRun);
  }

  /** The sum of the products of all elements. */
  Node dot(Node left, Node right) {
    Node products = elementwise.arithmetic(Arithmetic.MULTIPLY, left, right);
    return sum(products, products.shape().axes());
  }

  private interface Run {
    Node reduce(Node x, Cube cube, TensorType result);
  }

  private Node eachRun(Node in, List<Integer> axes, Run run) {
    Node x = axes.isEmpty() ? layouts.dense(in) : elementwise.numbers(in);
    List<Integer> rest = axes;
    while (!rest.isEmpty()) {
      List<Integer> next = longestRun(x.shape(), rest);
      int first = next.get(0);
      TensorType result = x.type().withShape(x.shape().without(next));
      Cube cube = cube(x.shape().dims(), first, first + next.size() - 1);
      x = cube.count() == 1 ? layouts.reshape(x, result.shape()) : run.reduce(x, cube, result);
      rest =
          rest.stream()
              .filter(axis -> !next.contains(axis))
              .map(axis -> axis < first ? axis : axis - next.size())
              .toList();
    }
    return x;
  }

  /** The neighbouring axes with the most elements; of equal ones, the last. */
  private static List<Integer> longestRun(Shape x, List<Integer> axes) {
    List<Integer> longest = List.of();
    int elements = 0;
    for (int first = 0; first < axes.size(); ) {
      int end = first + 1;
      while (end < axes.size() && axes.get(end) == axes.get(end - 1) + 1) {
        end++;
      }
      List<Integer> run = axes.subList(first, end);
      int count = run.stream().mapToInt(x::dim).reduce(1, (m, n) -> m * n);
      if (count >= elements) {
        longest = run;
        elements = count;
      }
      first = end;
    }
    return longest;
  }

  private static Cube cube(List<Integer> dims, int first, int last) {
    return new Cube(
        new Shape(dims.subList(0, first)).size(),
        new Shape(dims.subList(first, last + 1)).size(),
        new Shape(dims.subList(last + 1, dims.size())).size());
  }

  private Node sumRun(Node x, Cube cube, TensorType result) {
    Node sums = recorder.computed(result);
    if (leavesRows(cube, result.dtype())) {
      Operator sum = new Operator.SumOfRows(cube.outer());
      recorder.add(new Pointwise(sum, List.of(x.view()), sums.slot()));
    } else {
      sumByProducts(layouts.dense(x), cube, sums);
    }
    return sums;
  }

  private static boolean leavesRows(Cube cube, DType dtype) {
    if (!dtype.isFloating()) {
      return false;
    }
    int block = Assembler.longest(Node.dtype(dtype));
    return cube.inner() <= block
        && (cube.outer() == 1 || cube.count() * cube.inner() >= LEAST_BLOCKS * block);
  }

  private void sumByProducts(Node x, Cube cube, Node sums) {
    int outer = cube.outer();
    int inner = cube.inner();
    if (inner > 1 && outer > 1 && cube.count() * inner < WORTH_A_PRODUCT) {
      sumOfFew(x, cube, sums);
    } else {
      sumInParts(x.view(), outer, cube.count(), inner, View.flat(sums.slot()));
    }
  }

  private void sumOfFew(Node x, Cube cube, Node sums) {
    if (x.type().dtype().isFloating()) {
      shortSums.sum(x.view(), cube, sums.view());
      return;
    }
    View seen = View.of(x.slot(), Shape.of(cube.outer(), cube.count(), cube.inner()));
    View z = View.of(sums.slot(), Shape.of(cube.outer(), cube.inner()));
    calls.reduce(SUM, seen, List.of(1), z);
  }

  /** Where a sum is long, first over its blocks, then over those sums. */
  private void sumInParts(View x, int outer, int count, int inner, View sums) {
    if (x.dtype() == DataType.DOUBLE || count <= LONGEST_RUN) {
      products.sum(x, outer, count, inner, sums);
      return;
    }
    int run = run(count);
    if (run < SHORTEST_RUN) {
      products.sum(rows(x, outer, count, inner), outer * inner, count, 1, sums);
      return;
    }
    Slot parts = recorder.computed(x.dtype(), outer * (count / run) * inner);
    if (inner == 1) {
      products.sum(x, outer * (count / run), run, 1, View.flat(parts));
    } else {
      products.sum(x, outer, run, count / run * inner, View.flat(parts));
    }
    sumInParts(View.flat(parts), outer, count / run, inner, sums);
  }

  /** How many elements are added in one go: the largest divisor that is not too large. */
  private static int run(int count) {
    return IntStream.iterate(LONGEST_RUN / 2, run -> run - 1)
        .filter(run -> count % run == 0)
        .findFirst()
        .orElseThrow();
  }

  /** What is summed in rows, of which the BLAS adds many elements at once. */
  private View rows(View x, int outer, int count, int inner) {
    if (inner == 1) {
      return x;
    }
    View cube = View.of(x.slot(), Shape.of(outer, count, inner));
    Slot turned = recorder.computed(x.dtype(), outer * inner * count);
    View rows = View.of(turned, Shape.of(outer, inner, count));
    calls.copy(cube.permuted(List.of(0, 2, 1)), rows);
    return View.flat(turned);
  }

  /** Seeks among one run of neighbouring axes after the other, the longest first. */
  Node max(Node in, List<Integer> axes) {
    return eachRun(in, axes, this::maxRun);
  }

  private Node maxRun(Node x, Cube cube, TensorType result) {
    Node z = recorder.computed(result);
    maxima.max(layouts.dense(x).view(), cube, z.view());
    return z;
  }

  Node argMax(Node in) {
    Node x = layouts.dense(in);
    Shape result = x.shape().without(List.of(x.shape().rank() - 1));
    Node z = recorder.computed(new TensorType(DType.INT32, result));
    maxima.argMax(x.view(), new Cube(result.size(), x.shape().dim(-1), 1), z.view());
    return z;
  }

  /** Compares each index with {@code 0, 1, …}. */
  Node oneHot(Node indices, int depth, DType dtype) {
    List<Integer> dims = new ArrayList<>(indices.shape().dims());
    dims.add(depth);
    TensorType result = new TensorType(dtype, new Shape(dims));
    List<Integer> repeated = new ArrayList<>(indices.strides());
    repeated.add(0);
    List<Integer> counting = new ArrayList<>(Collections.nCopies(dims.size() - 1, 0));
    counting.add(1);
    Slot counted = recorder.constant(DataType.INT32, depth, 0, 1);
    Slot truth = recorder.computed(DataType.BOOL, result.shape().size());
    calls.compare(
        EQUAL,
        new View(indices.slot(), DataType.INT32, 0, dims, repeated),
        new View(counted, DataType.INT32, 0, dims, counting),
        View.of(truth, result.shape()));
    return Node.dense(result, truth);
  }
}
