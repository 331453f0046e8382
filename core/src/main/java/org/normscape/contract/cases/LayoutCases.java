package org.normscape.contract.cases;

import static org.normscape.contract.cases.Sampler.normal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.Layout.Broadcast;
import org.normscape.ir.Layout.Concatenate;
import org.normscape.ir.Layout.Fill;
import org.normscape.ir.Layout.Pad;
import org.normscape.ir.Layout.Reshape;
import org.normscape.ir.Layout.Slice;
import org.normscape.ir.Layout.Transpose;
import org.normscape.ir.Operation;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/** The rows for primitives that rearrange: each for floating-point numbers and for int32. */
final class LayoutCases {

  /** Integers that a detour through float32 would change. */
  private static final Sampler INTEGERS =
      Sampler.of(0, -1, 16777217, 5, Integer.MAX_VALUE, Integer.MIN_VALUE, 33);

  private LayoutCases() {}

  static List<Case> all() {
    return Stream.of(fills(), broadcasts(), reshapes(), transposes(), slices(), pads(), joins())
        .flatMap(x -> x)
        .toList();
  }

  private static Stream<Case> fills() {
    return Stream.of(
        Case.of("not a float32", new Fill(0.1, TensorType.float64(3, 2))),
        Case.of("rounded", new Fill(0.1, TensorType.float32(3, 2))),
        Case.of("scalar", new Fill(-2.5, TensorType.float64())),
        Case.of("scalar of float32", new Fill(-2.5, TensorType.float32())),
        Case.of("beyond float32", new Fill(1e300, TensorType.float64(2))),
        Case.of("infinite", new Fill(Double.NEGATIVE_INFINITY, TensorType.float32(2))),
        Case.of("int32", new Fill(Integer.MAX_VALUE, TensorType.int32(2, 2))),
        Case.of("large", new Fill(1, TensorType.float32(64, 32, 32, 16))));
  }

  private static Stream<Case> broadcasts() {
    return Stream.of(
            both("scalar to scalar", new Broadcast(Shape.SCALAR, List.of())),
            both("scalar", new Broadcast(Shape.of(3, 4), List.of(0, 1))),
            both("no new axes", new Broadcast(Shape.of(3, 4), List.of()), 3, 4),
            both("rows", new Broadcast(Shape.of(3, 4), List.of(0)), 4),
            both("columns", new Broadcast(Shape.of(3, 4), List.of(1)), 3),
            both("square, rows", new Broadcast(Shape.of(4, 4), List.of(0)), 4),
            both("square, columns", new Broadcast(Shape.of(4, 4), List.of(1)), 4),
            both("middle", new Broadcast(Shape.of(3, 2, 4), List.of(1)), 3, 4),
            both("outside", new Broadcast(Shape.of(3, 2, 4), List.of(0, 2)), 2),
            both("per channel", new Broadcast(Shape.of(2, 3, 4, 5), List.of(0, 1, 2)), 5),
            both("per example", new Broadcast(Shape.of(2, 3, 4, 5), List.of(1, 2, 3)), 2),
            both("new extents of one", new Broadcast(Shape.of(1, 3, 1), List.of(0, 2)), 3),
            both("old extents of one", new Broadcast(Shape.of(4, 1, 3), List.of(0)), 1, 3),
            both("rank five", new Broadcast(Shape.of(2, 3, 2, 2, 3), List.of(1, 3)), 2, 2, 3))
        .flatMap(x -> x);
  }

  private static Stream<Case> reshapes() {
    return Stream.of(
            both("scalar to vector", new Reshape(Shape.of(1))),
            both("matrix to scalar", new Reshape(Shape.SCALAR), 1, 1),
            both("flat", new Reshape(Shape.of(24)), 2, 3, 4),
            both("groups", new Reshape(Shape.of(2, 3, 2, 2, 3)), 2, 3, 2, 6),
            both("unchanged", new Reshape(Shape.of(3, 4)), 3, 4),
            both("extents of one", new Reshape(Shape.of(1, 3, 1, 4)), 3, 4))
        .flatMap(x -> x);
  }

  private static Stream<Case> transposes() {
    return Stream.of(
            both("scalar", new Transpose(List.of())),
            both("vector", new Transpose(List.of(0)), 4),
            both("matrix", new Transpose(List.of(1, 0)), 3, 4),
            both("unchanged", new Transpose(List.of(0, 1)), 3, 4),
            both("rotated", new Transpose(List.of(1, 2, 0)), 2, 3, 4),
            both("rotated back", new Transpose(List.of(2, 0, 1)), 2, 3, 4),
            both("to channels first", new Transpose(List.of(0, 3, 1, 2)), 2, 3, 4, 5),
            both("to channels last", new Transpose(List.of(0, 2, 3, 1)), 2, 3, 4, 5),
            both("rank five", new Transpose(List.of(4, 2, 0, 3, 1)), 2, 3, 2, 4, 3))
        .flatMap(x -> x);
  }

  private static Stream<Case> slices() {
    return Stream.of(
            both("scalar", new Slice(List.of(), List.of(), List.of())),
            both("whole", new Slice(List.of(0, 0), List.of(3, 4), List.of(1, 1)), 3, 4),
            both("inside", new Slice(List.of(1, 1), List.of(3, 4), List.of(1, 1)), 4, 5),
            both("one element", new Slice(List.of(2, 1), List.of(3, 2), List.of(1, 1)), 4, 5),
            both("stride 2", new Slice(List.of(0, 1), List.of(4, 5), List.of(2, 2)), 4, 5),
            both("stride 3, rest", new Slice(List.of(1), List.of(9), List.of(3)), 11),
            both("stride past the end", new Slice(List.of(1), List.of(4), List.of(9)), 5),
            both(
                "images", new Slice(four(0), List.of(2, 3, 5, 2), List.of(1, 2, 3, 1)), 2, 4, 5, 3),
            both(
                "rank five",
                new Slice(List.of(0, 1, 0, 0, 1), List.of(2, 3, 1, 3, 2), List.of(1, 1, 1, 2, 1)),
                2,
                3,
                2,
                3,
                2))
        .flatMap(x -> x);
  }

  private static Stream<Case> pads() {
    return Stream.of(
            both("scalar", new Pad(List.of(), List.of(), List.of())),
            both("nothing", new Pad(List.of(0, 0), List.of(0, 0), List.of(0, 0)), 3, 4),
            both("around", new Pad(List.of(1, 0), List.of(2, 3), List.of(0, 0)), 3, 4),
            both("between", new Pad(List.of(0, 0), List.of(0, 0), List.of(1, 2)), 3, 4),
            both("around and between", new Pad(List.of(1, 2), List.of(0, 1), List.of(2, 1)), 3, 4),
            both("between one", new Pad(List.of(1), List.of(1), List.of(3)), 1),
            both("images", new Pad(List.of(0, 1, 2, 0), List.of(0, 2, 1, 0), four(0)), 2, 3, 4, 2),
            both("images, strided", new Pad(four(1), four(0), List.of(0, 1, 2, 0)), 2, 3, 4, 2),
            both(
                "rank five",
                new Pad(List.of(1, 0, 0, 2, 0), List.of(0, 1, 0, 0, 1), List.of(0, 0, 1, 0, 0)),
                2,
                3,
                2,
                1,
                2))
        .flatMap(x -> x);
  }

  private static Stream<Case> joins() {
    return Stream.of(
        Case.of("vectors", new Concatenate(0), floats(3), floats(4)),
        Case.of("rows", new Concatenate(0), floats(1, 4), floats(3, 4)),
        Case.of("columns", new Concatenate(1), floats(3, 2), floats(3, 1)),
        Case.of("channels", new Concatenate(3), floats(2, 3, 4, 5), floats(2, 3, 4, 1)),
        Case.of("middle", new Concatenate(1), floats(2, 3, 4), floats(2, 5, 4)),
        Case.of("int32", new Concatenate(1), ints(3, 2), ints(3, 3)),
        Case.of("int32 vectors", new Concatenate(0), ints(2), ints(5)));
  }

  private static Stream<Case> both(String name, Operation operation, int... dims) {
    return Stream.of(
        Case.of(name, operation, floats(dims)), Case.of(name + ", int32", operation, ints(dims)));
  }

  private static List<Integer> four(int value) {
    return List.of(value, value, value, value);
  }

  private static Input floats(int... dims) {
    return Input.of(normal(), dims);
  }

  private static Input ints(int... dims) {
    return Input.int32(INTEGERS, dims);
  }
}
