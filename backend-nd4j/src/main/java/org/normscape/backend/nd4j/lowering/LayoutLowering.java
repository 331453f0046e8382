package org.normscape.backend.nd4j.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** How layouts are said: each is at most one copy between two views. */
final class LayoutLowering {

  /** From so many equal numbers in a row on, loops along them are long. */
  private static final int SHORT_RUN = 64;

  /** What is written out may be this part of what is read. */
  private static final int FEW = 8;

  private final Recorder recorder;
  private final NativeCalls calls;
  private final ElementwiseLowering elementwise;

  LayoutLowering(Recorder recorder, NativeCalls calls, ElementwiseLowering elementwise) {
    this.recorder = recorder;
    this.calls = calls;
    this.elementwise = elementwise;
  }

  /** The same numbers, all written out in row-major order. */
  Node dense(Node in) {
    Node x = elementwise.numbers(in);
    return x.isDense() ? x : copied(x.type(), x.view());
  }

  /** A new tensor with the elements of a view. */
  Node copied(TensorType type, View from) {
    Node z = recorder.computed(type);
    calls.copy(from, z.view());
    return z;
  }

  /**
   * Nothing is copied, unless each number would be met a few times in a row: these are written out,
   * where they are few, since loops along them would be short.
   */
  Node broadcast(Node x, Shape result, List<Integer> newAxes) {
    int kept = result.rank();
    while (newAxes.contains(kept - 1)) {
      kept--;
    }
    List<Integer> repeated = result.dims().subList(kept, result.rank());
    if (!isWorthWriting(x, new Shape(repeated).size(), result.size())) {
      return seen(x, result, newAxes);
    }
    List<Integer> dims = new ArrayList<>(x.shape().dims());
    dims.addAll(repeated);
    Shape written = new Shape(dims);
    List<Integer> last = written.axes().subList(x.shape().rank(), written.rank());
    List<Integer> others = newAxes.subList(0, newAxes.size() - repeated.size());
    return seen(dense(seen(x, written, last)), result, others);
  }

  private static boolean isWorthWriting(Node x, int run, int read) {
    int numbers = x.shape().size();
    return run > 1
        && run < SHORT_RUN
        && numbers > 1
        && (long) numbers * run * FEW <= read
        && x.fill().isEmpty()
        && !x.isMask();
  }

  private static Node seen(Node x, Shape result, List<Integer> newAxes) {
    List<Integer> strides = new ArrayList<>();
    int axis = 0;
    for (int a = 0; a < result.rank(); a++) {
      strides.add(newAxes.contains(a) ? 0 : x.strides().get(axis++));
    }
    return new Node(x.type().withShape(result), x.slot(), strides);
  }

  Node reshape(Node x, Shape result) {
    TensorType type = x.type().withShape(result);
    if (x.fill().isPresent()) {
      return Node.repeated(type, x.slot());
    }
    return Node.dense(type, (x.isDense() ? x : dense(x)).slot());
  }

  Node transpose(Node in, List<Integer> order) {
    Node x = elementwise.numbers(in);
    View turned = x.view().permuted(order);
    TensorType type = x.type().withShape(new Shape(turned.dims()));
    return x.fill().isPresent() ? Node.repeated(type, x.slot()) : copied(type, turned);
  }

  Node slice(Node in, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    Node x = elementwise.numbers(in);
    List<Integer> extents =
        IntStream.range(0, start.size())
            .mapToObj(a -> (limit.get(a) - start.get(a) - 1) / stride.get(a) + 1)
            .toList();
    TensorType type = x.type().withShape(new Shape(extents));
    return x.fill().isPresent()
        ? Node.repeated(type, x.slot())
        : copied(type, x.view().sliced(start, extents, stride));
  }

  Node pad(Node in, List<Integer> low, List<Integer> high, List<Integer> interior) {
    Node x = elementwise.numbers(in);
    List<Integer> extents = x.shape().dims();
    List<Integer> step = interior.stream().map(i -> i + 1).toList();
    List<Integer> padded =
        IntStream.range(0, extents.size())
            .mapToObj(a -> low.get(a) + (extents.get(a) - 1) * step.get(a) + 1 + high.get(a))
            .toList();
    if (padded.equals(extents)) {
      return x;
    }
    Node z = recorder.computed(x.type().withShape(new Shape(padded)));
    calls.clear(z.slot());
    calls.copy(x.view(), z.view().sliced(low, extents, step));
    return z;
  }

  Node concatenate(Node left, Node right, int axis) {
    Node x = elementwise.numbers(left);
    Node y = elementwise.numbers(right);
    int cut = x.shape().dim(axis);
    Node z = recorder.computed(x.type().withShape(x.shape().with(axis, cut + y.shape().dim(axis))));
    List<Integer> zeros = Collections.nCopies(x.shape().rank(), 0);
    List<Integer> ones = Collections.nCopies(x.shape().rank(), 1);
    List<Integer> behind = new ArrayList<>(zeros);
    behind.set(axis, cut);
    calls.copy(x.view(), z.view().sliced(zeros, x.shape().dims(), ones));
    calls.copy(y.view(), z.view().sliced(behind, y.shape().dims(), ones));
    return z;
  }
}
