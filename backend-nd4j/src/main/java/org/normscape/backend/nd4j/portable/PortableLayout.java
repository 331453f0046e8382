package org.normscape.backend.nd4j.portable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** How layouts are said: each writes a dense copy, but for a reshape, which is none. */
final class PortableLayout {

  private static final int CONSTANT = 0;
  private static final List<Integer> NO_MASKS = List.of(0, 0, 0, 0, 0);

  private final Calls calls;

  PortableLayout(Calls calls) {
    this.calls = calls;
  }

  Node copied(Node in) {
    Node x = calls.dense(in);
    Node z = calls.recorder().computed(x.type());
    calls.call(NamedOperation.of("identity"), Operand.row(z), Operand.row(x));
    return z;
  }

  Node broadcast(Node in, Shape result, List<Integer> newAxes) {
    TensorType type = in.type().withShape(result);
    if (in.fill().isPresent()) {
      return Node.repeated(type, in.slot());
    }
    Node x = calls.dense(in);
    if (result.size() == x.shape().size()) {
      return Node.dense(type, x.slot());
    }
    List<Integer> dims = new ArrayList<>(result.dims());
    newAxes.forEach(axis -> dims.set(axis, 1));
    List<Integer> repeats =
        IntStream.range(0, result.rank())
            .mapToObj(axis -> newAxes.contains(axis) ? result.dim(axis) : 1)
            .toList();
    return calls.call(NamedOperation.of("tile", repeats), type, new Operand(x.slot(), dims));
  }

  Node reshape(Node in, Shape result) {
    TensorType type = in.type().withShape(result);
    return in.fill().isPresent()
        ? Node.repeated(type, in.slot())
        : Node.dense(type, calls.dense(in).slot());
  }

  Node transpose(Node in, List<Integer> order) {
    TensorType type = in.type().withShape(new Shape(order.stream().map(in.shape()::dim).toList()));
    if (in.fill().isPresent()) {
      return Node.repeated(type, in.slot());
    }
    Node x = calls.dense(in);
    return order.equals(x.shape().axes())
        ? x
        : calls.call(NamedOperation.of("permute", order), type, Operand.of(x));
  }

  Node slice(Node in, List<Integer> start, List<Integer> limit, List<Integer> stride) {
    List<Integer> extents =
        IntStream.range(0, start.size())
            .mapToObj(a -> (limit.get(a) - start.get(a) - 1) / stride.get(a) + 1)
            .toList();
    TensorType type = in.type().withShape(new Shape(extents));
    if (in.fill().isPresent()) {
      return Node.repeated(type, in.slot());
    }
    Node x = calls.dense(in);
    if (extents.equals(x.shape().dims())) {
      return x;
    }
    List<Integer> arguments =
        Stream.of(NO_MASKS, start, limit, stride).flatMap(List::stream).toList();
    return calls.call(NamedOperation.of("strided_slice", arguments), type, Operand.of(x));
  }

  /** Elements of a value before, behind and between those of {@code x}. */
  Node pad(Node in, List<Integer> low, List<Integer> high, List<Integer> interior, double value) {
    Node x = calls.dense(in);
    for (int axis = 0; axis < interior.size(); axis++) {
      x = interior.get(axis) == 0 ? x : spread(x, axis, interior.get(axis), value);
    }
    return around(x, low, high, value);
  }

  /** Elements of a value between neighbours along an axis. */
  private Node spread(Node x, int axis, int between, double value) {
    int extent = x.shape().dim(axis);
    if (extent == 1) {
      return x;
    }
    int outer = new Shape(x.shape().dims().subList(0, axis)).size();
    int inner = new Shape(x.shape().dims().subList(axis + 1, x.shape().rank())).size();
    Node apart = reshape(x, Shape.of(outer * extent, 1, inner));
    Node behind = around(apart, List.of(0, 0, 0), List.of(0, between, 0), value);
    int all = extent * (between + 1);
    Node joined = reshape(behind, Shape.of(outer, all, inner));
    Node cut =
        slice(joined, List.of(0, 0, 0), List.of(outer, all - between, inner), List.of(1, 1, 1));
    return reshape(cut, x.shape().with(axis, all - between));
  }

  private Node around(Node x, List<Integer> low, List<Integer> high, double value) {
    if (Collections.max(Stream.of(low, high, List.of(0)).flatMap(List::stream).toList()) == 0) {
      return x;
    }
    List<Integer> extents =
        IntStream.range(0, low.size())
            .mapToObj(a -> low.get(a) + x.shape().dim(a) + high.get(a))
            .toList();
    List<List<Integer>> paddings =
        IntStream.range(0, low.size()).mapToObj(a -> List.of(low.get(a), high.get(a))).toList();
    return calls.call(
        NamedOperation.of("pad", CONSTANT).with(paddings).with(value),
        x.type().withShape(new Shape(extents)),
        Operand.of(x));
  }

  Node concatenate(Node left, Node right, int axis) {
    Node x = calls.dense(left);
    Node y = calls.dense(right);
    int extent = x.shape().dim(axis) + y.shape().dim(axis);
    return calls.call(
        NamedOperation.of("concat", axis),
        x.type().withShape(x.shape().with(axis, extent)),
        Operand.of(x),
        Operand.of(y));
  }
}
