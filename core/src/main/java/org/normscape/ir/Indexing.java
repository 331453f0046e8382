package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Primitives between numbers and indices. */
public sealed interface Indexing extends Primitive {

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
    return Flow.none(in);
  }

  /**
   * The index, in int32, of the first maximum along the last axis, which is dropped; of the first
   * NaN where there is one.
   */
  record ArgMax() implements Indexing {
    @Override
    public TensorType type(List<TensorType> in) {
      Shape x = in.get(0).shape();
      unless(
          x.rank() > 0 && in.get(0).dtype().isFloating(),
          this,
          in,
          "the input must be floating-point and have an axis",
          "call reshape(...)");
      return new TensorType(DType.INT32, x.without(List.of(x.rank() - 1)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.argMax(in.get(0));
    }
  }

  /**
   * 1 at the index along a new last axis, 0 elsewhere; nothing but 0 where the index lies outside
   * {@code [0, depth)}.
   *
   * @param depth the extent of the new axis
   * @param dtype the type of the result
   */
  record OneHot(int depth, DType dtype) implements Indexing {
    @Override
    public TensorType type(List<TensorType> in) {
      unless(in.get(0).dtype() == DType.INT32, this, in, "indices must be int32", "pass labels");
      unless(
          dtype.isFloating(), this, in, "the result must be floating-point", "ask for f32 or f64");
      List<Integer> dims = new ArrayList<>(in.get(0).shape().dims());
      dims.add(depth);
      return new TensorType(dtype, new Shape(dims));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.oneHot(in.get(0), depth, dtype);
    }
  }
}
