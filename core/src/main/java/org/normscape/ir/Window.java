package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import java.util.Optional;

/**
 * Primitives that gather over a window sliding over images {@code [n,h,w,c]}, and their adjoints.
 */
public sealed interface Window extends Primitive {

  /** The window. */
  WindowShape window();

  /** Examples and channels. */
  @Override
  default List<IndependentAxis> independentAxes(List<TensorType> in) {
    return List.of(
        IndependentAxis.everywhere(0, in.size()), IndependentAxis.everywhere(3, in.size()));
  }

  /** The type of one value for each place of the window, for an image {@code in.get(0)}. */
  private static TensorType pooled(Window operation, List<TensorType> in) {
    Shape x = in.get(0).shape();
    unless(
        x.rank() == 4 && in.get(0).dtype().isFloating(),
        operation,
        in,
        "the image must be floating-point [n,h,w,c]",
        "call reshape(...)");
    Padding padding = operation.window().padding();
    unless(
        Math.max(padding.top(), padding.bottom()) < operation.window().kernelHeight()
            && Math.max(padding.left(), padding.right()) < operation.window().kernelWidth(),
        operation,
        in,
        "padding must be smaller than the window",
        "pad less: a window of nothing but padding has no value");
    return in.get(0)
        .withShape(
            Shape.of(
                x.dim(0),
                operation.window().height(operation, in, x),
                operation.window().width(operation, in, x),
                x.dim(3)));
  }

  /**
   * The largest element under each place of the window; NaN where one of them is NaN. Padding never
   * wins.
   *
   * @param window extents, strides and paddings, in pixels
   */
  record MaxPool(WindowShape window) implements Window {
    @Override
    public int arity() {
      return 1;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      return pooled(this, in);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(in.get(0).maxPoolScatter(ct, window));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.maxPool(in.get(0), window);
    }
  }

  /**
   * The adjoint of {@link MaxPoolGather}: adds each value of the second input {@code [n,h',w',c]}
   * at the first maximum, in row-major order, of its window over the first input; where the window
   * meets a NaN, the first NaN is the first maximum.
   *
   * @param window extents, strides and paddings, in pixels
   */
  record MaxPoolScatter(WindowShape window) implements Window {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      unless(
          pooled(this, in).equals(in.get(1)),
          this,
          in,
          "the second input must have the type of the pooled first",
          "pass the cotangent of max_pool");
      return in.get(0);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return List.of(Optional.empty(), Optional.of(in.get(0).maxPoolGather(ct, window)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.maxPoolScatter(in.get(0), in.get(1), window);
    }
  }

  /**
   * What stands in the second input where each window over the first has its first maximum in
   * row-major order; where the window meets a NaN, the first NaN is the first maximum.
   *
   * @param window extents, strides and paddings, in pixels
   */
  record MaxPoolGather(WindowShape window) implements Window {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      unless(
          in.get(0).equals(in.get(1)),
          this,
          in,
          "both inputs must have one type",
          "check the image");
      return pooled(this, in);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return List.of(Optional.empty(), Optional.of(in.get(0).maxPoolScatter(ct, window)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.maxPoolGather(in.get(0), in.get(1), window);
    }
  }

  /**
   * The sum under each place of the window; padding counts as 0.
   *
   * @param window extents, strides and paddings, in pixels
   */
  record SumPool(WindowShape window) implements Window {
    @Override
    public int arity() {
      return 1;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      return pooled(this, in);
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Shape x = in.get(0).shape();
      return Flow.to(ct.sumPoolInputGradient(window, x.dim(1), x.dim(2)));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.sumPool(in.get(0), window);
    }
  }

  /**
   * The adjoint of {@link SumPool}: {@code [n,h',w',c]} to {@code [n,height,width,c]}.
   *
   * @param window extents, strides and paddings, in pixels
   * @param height that of the image
   * @param width that of the image
   */
  record SumPoolInputGradient(WindowShape window, int height, int width) implements Window {
    @Override
    public int arity() {
      return 1;
    }

    @Override
    public TensorType type(List<TensorType> in) {
      Shape pooled = in.get(0).shape();
      unless(pooled.rank() == 4, this, in, "the input must be [n,h,w,c]", "call reshape(...)");
      TensorType image = in.get(0).withShape(Shape.of(pooled.dim(0), height, width, pooled.dim(3)));
      unless(
          pooled(this, List.of(image)).equals(in.get(0)),
          this,
          in,
          "the pooled image %s must have the type of the input".formatted(image),
          "check height and width");
      return image;
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      return Flow.to(ct.sumPool(window));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.sumPoolInputGradient(in.get(0), window, height, width);
    }
  }
}
