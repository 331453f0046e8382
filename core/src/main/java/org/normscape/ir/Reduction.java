package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Primitives that drop axes. No axes at all leaves the input as it is. */
public sealed interface Reduction extends Primitive {

  /** The axes that are dropped, in increasing order. */
  List<Integer> axes();

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default TensorType type(List<TensorType> in) {
    Axes.check(this, axes(), in, in.get(0).shape().rank());
    unless(
        in.get(0).dtype().isFloating(),
        this,
        in,
        "the input must be floating-point",
        "call cast(...)");
    return in.get(0).withShape(in.get(0).shape().without(axes()));
  }

  /** The first axis that is kept. */
  @Override
  default List<IndependentAxis> independentAxes(List<TensorType> in) {
    return in.get(0).shape().axes().stream()
        .filter(axis -> !axes().contains(axis))
        .limit(1)
        .map(axis -> IndependentAxis.of(0, axis))
        .toList();
  }

  /**
   * The sum over {@code axes}.
   *
   * @param axes the axes that are dropped, in increasing order
   */
  record Sum(List<Integer> axes) implements Reduction {
    public Sum {
      axes = axes.stream().sorted().toList();
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.broadcast(in.get(0).shape(), axes));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.sum(in.get(0), axes);
    }
  }

  /**
   * The maximum over {@code axes}; NaN where one of the elements is NaN. The cotangent goes to the
   * first maximum in row-major order of the reduced axes, and a NaN is a maximum, as in {@link
   * Indexing.ArgMax}.
   *
   * @param axes the axes that are dropped, in increasing order
   */
  record Max(List<Integer> axes) implements Reduction {
    public Max {
      axes = axes.stream().sorted().toList();
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor x = in.get(0);
      List<Integer> order =
          Stream.concat(
                  IntStream.range(0, x.shape().rank()).filter(a -> !axes.contains(a)).boxed(),
                  axes.stream())
              .toList();
      Tensor rows = x.transpose(order);
      int reduced = x.shape().size() / y.shape().size();
      Tensor flat = rows.reshape(Shape.of(y.shape().size(), reduced));
      Tensor first = flat.argMax().oneHot(reduced, x.type().dtype());
      Tensor spread = ct.reshape(Shape.of(y.shape().size())).broadcast(flat.shape(), List.of(1));
      Tensor flow = first.select(spread, spread.zeros());
      return Flow.to(flow.reshape(rows.shape()).transpose(Axes.inverse(order)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.max(in.get(0), axes);
    }
  }
}
