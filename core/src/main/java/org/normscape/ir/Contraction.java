package org.normscape.ir;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import java.util.Optional;

/**
 * Primitives that multiply and sum; each is linear in each of its two inputs, and each derivative
 * is again one of them.
 */
public sealed interface Contraction extends Primitive {

  @Override
  default int arity() {
    return 2;
  }

  /** Checks what all contractions ask for: two floating-point inputs of one dtype and one rank. */
  private static void checkInputs(Contraction operation, List<TensorType> in, int rank) {
    unless(
        in.get(0).dtype() == in.get(1).dtype() && in.get(0).dtype().isFloating(),
        operation,
        in,
        "inputs must have one floating-point dtype",
        "call cast(...)");
    unless(
        in.stream().allMatch(t -> t.shape().rank() == rank),
        operation,
        in,
        "inputs must have rank %s".formatted(rank),
        "call reshape(...)");
  }

  /**
   * The matrix product {@code [m,k] · [k,n] → [m,n]}, each input transposed first if so marked.
   *
   * @param transposeLeft whether the left input is given as {@code [k,m]}
   * @param transposeRight whether the right input is given as {@code [n,k]}
   */
  record MatMul(boolean transposeLeft, boolean transposeRight) implements Contraction {
    @Override
    public TensorType type(List<TensorType> in) {
      checkInputs(this, in, 2);
      Shape left = in.get(0).shape();
      Shape right = in.get(1).shape();
      unless(
          left.dim(transposeLeft ? 0 : 1) == right.dim(transposeRight ? 1 : 0),
          this,
          in,
          "the inner extents must be equal",
          "transpose one input or reshape it");
      return in.get(0)
          .withShape(Shape.of(left.dim(transposeLeft ? 1 : 0), right.dim(transposeRight ? 0 : 1)));
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor left = in.get(0);
      Tensor right = in.get(1);
      return Flow.to(
          transposeLeft
              ? right.matmul(ct, transposeRight, true)
              : ct.matmul(right, false, !transposeRight),
          transposeRight
              ? ct.matmul(left, true, transposeLeft)
              : left.matmul(ct, !transposeLeft, false));
    }

    @Override
    public List<IndependentAxis> independentAxes(List<TensorType> in) {
      return List.of(
          IndependentAxis.of(0, transposeLeft ? 1 : 0, IndependentAxis.NONE),
          IndependentAxis.of(1, IndependentAxis.NONE, transposeRight ? 0 : 1));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.matmul(in.get(0), in.get(1), transposeLeft, transposeRight);
    }
  }

  /**
   * Matrix products side by side: {@code [b,m,k] · [b,k,n] → [b,m,n]}, each matrix of an input
   * transposed first if so marked.
   *
   * @param transposeLeft whether the left input is given as {@code [b,k,m]}
   * @param transposeRight whether the right input is given as {@code [b,n,k]}
   */
  record BatchMatMul(boolean transposeLeft, boolean transposeRight) implements Contraction {
    @Override
    public TensorType type(List<TensorType> in) {
      checkInputs(this, in, 3);
      Shape left = in.get(0).shape();
      Shape right = in.get(1).shape();
      unless(
          left.dim(0) == right.dim(0),
          this,
          in,
          "there must be equally many matrices on both sides",
          "broadcast one input");
      unless(
          left.dim(transposeLeft ? 1 : 2) == right.dim(transposeRight ? 2 : 1),
          this,
          in,
          "the inner extents must be equal",
          "transpose one input or reshape it");
      int rows = left.dim(transposeLeft ? 2 : 1);
      return in.get(0).withShape(Shape.of(left.dim(0), rows, right.dim(transposeRight ? 1 : 2)));
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Tensor left = in.get(0);
      Tensor right = in.get(1);
      return Flow.to(
          transposeLeft
              ? right.batchMatmul(ct, transposeRight, true)
              : ct.batchMatmul(right, false, !transposeRight),
          transposeRight
              ? ct.batchMatmul(left, true, transposeLeft)
              : left.batchMatmul(ct, !transposeLeft, false));
    }

    @Override
    public List<IndependentAxis> independentAxes(List<TensorType> in) {
      return List.of(
          IndependentAxis.everywhere(0, 2),
          IndependentAxis.of(1, transposeLeft ? 2 : 1, IndependentAxis.NONE),
          IndependentAxis.of(2, IndependentAxis.NONE, transposeRight ? 1 : 2));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.batchMatmul(in.get(0), in.get(1), transposeLeft, transposeRight);
    }
  }

  /**
   * The convolution (cross-correlation) of {@code [n,h,w,c]} with filters {@code [kH,kW,c,o]},
   * giving {@code [n,h',w',o]} with {@code h' = ⌊(h + top + bottom − kH) / sH⌋ + 1}, likewise w'.
   * Padding is zeros, which are multiplied like other numbers: an infinity or NaN in the filter
   * that meets padding makes NaN. With {@code Numerics.FAST} a backend may leave these products
   * out.
   *
   * @param stride the steps of the filter, in pixels
   * @param padding zeros around the image, in pixels
   */
  record Convolution(Stride stride, Padding padding) implements Contraction {
    @Override
    public TensorType type(List<TensorType> in) {
      checkInputs(this, in, 4);
      Shape x = in.get(0).shape();
      Shape filter = in.get(1).shape();
      unless(
          x.dim(3) == filter.dim(2),
          this,
          in,
          "the image [n,h,w,c] and the filter [kH,kW,c,o] must have equally many channels c",
          "check the layer before this one");
      WindowShape window = new WindowShape(filter.dim(0), filter.dim(1), stride, padding);
      return in.get(0)
          .withShape(
              Shape.of(
                  x.dim(0), window.height(this, in, x), window.width(this, in, x), filter.dim(3)));
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Shape x = in.get(0).shape();
      Shape filter = in.get(1).shape();
      return Flow.to(
          ct.convolutionInputGradient(in.get(1), stride, padding, x.dim(1), x.dim(2)),
          in.get(0).convolutionFilterGradient(ct, stride, padding, filter.dim(0), filter.dim(1)));
    }

    @Override
    public List<IndependentAxis> independentAxes(List<TensorType> in) {
      return List.of(
          IndependentAxis.of(0, 0, IndependentAxis.NONE),
          IndependentAxis.of(3, IndependentAxis.NONE, 3));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.convolution(in.get(0), in.get(1), stride, padding);
    }
  }

  /**
   * The adjoint of {@link Convolution} in its image: cotangent {@code [n,h',w',o]} and filter
   * {@code [kH,kW,c,o]} to {@code [n,height,width,c]}.
   *
   * @param stride the steps of the filter, in pixels
   * @param padding zeros around the image, in pixels
   * @param height that of the image
   * @param width that of the image
   */
  record ConvolutionInputGradient(Stride stride, Padding padding, int height, int width)
      implements Contraction {
    @Override
    public TensorType type(List<TensorType> in) {
      checkInputs(this, in, 4);
      Shape filter = in.get(1).shape();
      TensorType image =
          in.get(0).withShape(Shape.of(in.get(0).shape().dim(0), height, width, filter.dim(2)));
      unless(
          new Convolution(stride, padding).type(List.of(image, in.get(1))).equals(in.get(0)),
          this,
          in,
          "the convolution of an image %s must have the type of the cotangent".formatted(image),
          "check height, width, stride and padding");
      return image;
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Shape filter = in.get(1).shape();
      return Flow.to(
          ct.convolution(in.get(1), stride, padding),
          ct.convolutionFilterGradient(in.get(0), stride, padding, filter.dim(0), filter.dim(1)));
    }

    @Override
    public List<IndependentAxis> independentAxes(List<TensorType> in) {
      return List.of(
          IndependentAxis.of(0, 0, IndependentAxis.NONE),
          IndependentAxis.of(3, IndependentAxis.NONE, 2));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.convolutionInputGradient(in.get(0), in.get(1), stride, padding, height, width);
    }
  }

  /**
   * The adjoint of {@link Convolution} in its filter: image {@code [n,h,w,c]} and cotangent {@code
   * [n,h',w',o]} to {@code [height,width,c,o]}.
   *
   * @param stride the steps of the filter, in pixels
   * @param padding zeros around the image, in pixels
   * @param height that of the filter
   * @param width that of the filter
   */
  record ConvolutionFilterGradient(Stride stride, Padding padding, int height, int width)
      implements Contraction {
    @Override
    public TensorType type(List<TensorType> in) {
      checkInputs(this, in, 4);
      Shape image = in.get(0).shape();
      TensorType filter =
          in.get(0).withShape(Shape.of(height, width, image.dim(3), in.get(1).shape().dim(3)));
      unless(
          new Convolution(stride, padding).type(List.of(in.get(0), filter)).equals(in.get(1)),
          this,
          in,
          "the convolution with a filter %s must have the type of the cotangent".formatted(filter),
          "check height, width, stride and padding");
      return filter;
    }

    @Override
    public List<Optional<Tensor>> vjp(Tensor y, List<Tensor> in, Tensor ct) {
      Shape image = in.get(0).shape();
      return Flow.to(
          in.get(1).convolutionInputGradient(ct, stride, padding, image.dim(1), image.dim(2)),
          in.get(0).convolution(ct, stride, padding));
    }

    @Override
    public List<IndependentAxis> independentAxes(List<TensorType> in) {
      return List.of(
          IndependentAxis.of(2, 3, IndependentAxis.NONE),
          IndependentAxis.of(3, IndependentAxis.NONE, 3));
    }

    @Override
    public <T> T lower(Lowering<T> b, List<T> in) {
      return b.convolutionFilterGradient(in.get(0), in.get(1), stride, padding, height, width);
    }
  }
}
