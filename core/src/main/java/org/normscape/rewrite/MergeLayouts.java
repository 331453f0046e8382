package org.normscape.rewrite;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.normscape.ir.Layout;
import org.normscape.ir.Operation;
import org.normscape.ir.Reduction;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;

/**
 * Rearrangements that do nothing are dropped, and two in a row become one: {@code
 * reshape(reshape(x)) → reshape(x)}, {@code transpose(transpose(x)) → transpose(x)}. A transpose
 * that moves nothing but axes of extent 1 is a reshape.
 */
final class MergeLayouts implements Rewrite {

  @Override
  public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs) {
    if (inputs.size() != 1) {
      return Optional.empty();
    }
    Tensor x = inputs.get(0);
    return isIdentity(operation, x)
        ? Optional.of(List.of(x))
        : merged(trace, operation, x).map(List::of);
  }

  private static boolean isIdentity(Operation operation, Tensor x) {
    if (operation instanceof Layout.Reshape reshape) {
      return reshape.result().equals(x.shape());
    }
    if (operation instanceof Layout.Transpose transpose) {
      return transpose.order().equals(x.shape().axes());
    }
    if (operation instanceof Layout.Broadcast broadcast) {
      return broadcast.newAxes().isEmpty();
    }
    if (operation instanceof Layout.Pad pad) {
      List<Integer> nothing = Collections.nCopies(x.shape().rank(), 0);
      return pad.low().equals(nothing)
          && pad.high().equals(nothing)
          && pad.interior().equals(nothing);
    }
    if (operation instanceof Layout.Slice slice) {
      return slice.limit().equals(x.shape().dims())
          && slice.start().stream().allMatch(s -> s == 0)
          && slice.stride().stream().allMatch(s -> s == 1);
    }
    return operation instanceof Reduction reduction && reduction.axes().isEmpty();
  }

  private static Optional<Tensor> merged(Trace trace, Operation operation, Tensor x) {
    if (operation instanceof Layout.Transpose transpose
        && keepsOrder(transpose.order(), x.shape())) {
      return Optional.of(
          x.reshape(new Shape(transpose.order().stream().map(x.shape()::dim).toList())));
    }
    return x.definition()
        .flatMap(
            e -> {
              if (operation instanceof Layout.Reshape reshape
                  && e.operation() instanceof Layout.Reshape) {
                return Optional.of(trace.tensor(e.inputs().get(0)).reshape(reshape.result()));
              }
              if (operation instanceof Layout.Transpose second
                  && e.operation() instanceof Layout.Transpose first) {
                return Optional.of(
                    trace
                        .tensor(e.inputs().get(0))
                        .transpose(second.order().stream().map(first.order()::get).toList()));
              }
              return Optional.empty();
            });
  }

  /** Whether the axes of more than one element stay in their order. */
  private static boolean keepsOrder(List<Integer> order, Shape shape) {
    List<Integer> moved = order.stream().filter(axis -> shape.dim(axis) > 1).toList();
    return moved.equals(moved.stream().sorted().toList());
  }
}
