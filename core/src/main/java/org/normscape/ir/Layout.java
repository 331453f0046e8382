package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Primitives that make or rearrange elements without computing on them; of any dtype. */
public sealed interface Layout extends Primitive {

  @Override
  default int arity() {
    return 1;
  }

  /**
   * A tensor of one value, converted to its type.
   *
   * @param value what every element is
   * @param result the type of the tensor
   */
  record Fill(double value, TensorType result) implements Layout {
    @Override
    public int arity() {
      return 0;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      return result;
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return List.of();
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.fill(value, result);
    }
  }

  /**
   * The input repeated along {@code newAxes} of {@code result}; the adjoint of a sum over them.
   *
   * @param result the shape of the result
   * @param newAxes those axes of the result that the input lacks, in increasing order
   */
  record Broadcast(Shape result, List<Integer> newAxes) implements Layout {
    public Broadcast {
      newAxes = newAxes.stream().sorted().toList();
    }

    @Override
    public TensorType type(List<TensorType> in) {
      Axes.check(this, newAxes, in, result.rank());
      unless(
          result.without(newAxes).equals(in.get(0).shape()),
          this,
          in,
          "the result %s without its new axes %s must have the input's shape"
              .formatted(result, newAxes),
          "name the axes along which the input repeats");
      return in.get(0).withShape(result);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.sum(newAxes));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.broadcast(in.get(0), result, newAxes);
    }
  }

  /**
   * The same elements, in row-major order, under another shape.
   *
   * @param result the shape of the result, with as many elements
   */
  record Reshape(Shape result) implements Layout {
    @Override
    public TensorType type(List<TensorType> in) {
      unless(
          result.size() == in.get(0).shape().size(),
          this,
          in,
          "the result %s must have as many elements as the input".formatted(result),
          "check the extents");
      return in.get(0).withShape(result);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.reshape(in.get(0).shape()));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.reshape(in.get(0), result);
    }
  }

  /**
   * The axes in another order: axis {@code i} of the result is axis {@code order[i]} of the input.
   *
   * @param order each axis of the input once
   */
  record Transpose(List<Integer> order) implements Layout {
    public Transpose {
      order = List.copyOf(order);
    }

    @Override
    public TensorType type(List<TensorType> in) {
      Shape x = in.get(0).shape();
      Axes.check(this, order, in, x.rank());
      unless(
          order.size() == x.rank(), this, in, "the order must name every axis", "name every axis");
      return in.get(0).withShape(new Shape(order.stream().map(x::dim).toList()));
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.transpose(Axes.inverse(order)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.transpose(in.get(0), order);
    }
  }

  /**
   * Along each axis, the elements {@code start, start + stride, …} below {@code limit}.
   *
   * @param start the first index, for each axis
   * @param limit the index before which it ends, for each axis
   * @param stride the distance of indices, at least 1, for each axis
   */
  record Slice(List<Integer> start, List<Integer> limit, List<Integer> stride) implements Layout {
    public Slice {
      start = List.copyOf(start);
      limit = List.copyOf(limit);
      stride = List.copyOf(stride);
    }

    @Override
    public TensorType type(List<TensorType> in) {
      Shape x = in.get(0).shape();
      unless(
          start.size() == x.rank() && limit.size() == x.rank() && stride.size() == x.rank(),
          this,
          in,
          "start, limit and stride must name every axis",
          "use 0, the extent and 1 for an axis that is kept");
      unless(
          IntStream.range(0, x.rank())
              .allMatch(
                  a ->
                      start.get(a) >= 0
                          && start.get(a) < limit.get(a)
                          && limit.get(a) <= x.dim(a)
                          && stride.get(a) >= 1),
          this,
          in,
          "0 <= start < limit <= extent and stride >= 1 must hold on every axis",
          "check the bounds");
      return in.get(0)
          .withShape(new Shape(IntStream.range(0, x.rank()).mapToObj(this::extent).toList()));
    }

    private int extent(int axis) {
      return (limit.get(axis) - start.get(axis) - 1) / stride.get(axis) + 1;
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Shape x = in.get(0).shape();
      List<Integer> high = new ArrayList<>();
      for (int a = 0; a < x.rank(); a++) {
        high.add(x.dim(a) - 1 - (start.get(a) + (extent(a) - 1) * stride.get(a)));
      }
      return Flow.to(ct.pad(start, high, stride.stream().map(s -> s - 1).toList()));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.slice(in.get(0), start, limit, stride);
    }
  }

  /**
   * The input with zeros before, behind and between its elements, along each axis.
   *
   * @param low how many zeros stand before, for each axis
   * @param high how many stand behind, for each axis
   * @param interior how many stand between two elements, for each axis
   */
  record Pad(List<Integer> low, List<Integer> high, List<Integer> interior) implements Layout {
    public Pad {
      low = List.copyOf(low);
      high = List.copyOf(high);
      interior = List.copyOf(interior);
    }

    @Override
    public TensorType type(List<TensorType> in) {
      Shape x = in.get(0).shape();
      unless(
          low.size() == x.rank() && high.size() == x.rank() && interior.size() == x.rank(),
          this,
          in,
          "low, high and interior must name every axis",
          "use 0 for an axis that is kept");
      unless(
          IntStream.range(0, x.rank())
              .allMatch(a -> low.get(a) >= 0 && high.get(a) >= 0 && interior.get(a) >= 0),
          this,
          in,
          "nothing may be negative",
          "slice instead");
      return in.get(0)
          .withShape(
              new Shape(
                  IntStream.range(0, x.rank())
                      .mapToObj(
                          a ->
                              low.get(a) + (x.dim(a) - 1) * (interior.get(a) + 1) + 1 + high.get(a))
                      .toList()));
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      List<Integer> limit =
          IntStream.range(0, low.size()).mapToObj(a -> y.shape().dim(a) - high.get(a)).toList();
      return Flow.to(ct.slice(low, limit, interior.stream().map(i -> i + 1).toList()));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.pad(in.get(0), low, high, interior);
    }
  }

  /**
   * The two inputs, one behind the other along an axis.
   *
   * @param axis the axis along which they stand
   */
  record Concatenate(int axis) implements Layout {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      Shape x = in.get(0).shape();
      Shape y = in.get(1).shape();
      Axes.check(this, List.of(axis), in, Math.min(x.rank(), y.rank()));
      unless(
          in.get(0).withShape(x.with(axis, 1)).equals(in.get(1).withShape(y.with(axis, 1))),
          this,
          in,
          "the inputs may differ in the extent of axis %s alone".formatted(axis),
          "reshape or cast one of them");
      return in.get(0).withShape(x.with(axis, x.dim(axis) + y.dim(axis)));
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      int cut = in.get(0).shape().dim(axis);
      return Flow.to(ct.slice(axis, 0, cut), ct.slice(axis, cut, y.shape().dim(axis)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.concatenate(in.get(0), in.get(1), axis);
    }
  }
}
