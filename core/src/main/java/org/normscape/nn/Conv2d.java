package org.normscape.nn;

import java.util.List;
import org.normscape.ir.Contraction;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * A convolution (cross-correlation) of images: {@code [n,h,w,in]} with {@code weight
 * [kernelHeight,kernelWidth,in,filters]} plus {@code bias [filters]} to {@code [n,h',w',filters]}.
 *
 * @param filters the number of output channels
 * @param kernelHeight the height of each filter
 * @param kernelWidth the width of each filter
 * @param stride the steps of the filters
 * @param padding how images are padded
 * @param bias whether there is a bias
 * @param initializer how {@code weight} starts
 */
public record Conv2d(
    int filters,
    int kernelHeight,
    int kernelWidth,
    Stride stride,
    PaddingPolicy padding,
    Bias bias,
    Initializer initializer)
    implements Stateless {

  private static final String WEIGHT = "weight";

  public Conv2d {
    if (Math.min(filters, Math.min(kernelHeight, kernelWidth)) < 1) {
      throw new IllegalArgumentException(
          "Conv2d: filters and kernel must be at least 1, but they are %d filters of %d by %d. To fix: enlarge them."
              .formatted(filters, kernelHeight, kernelWidth));
    }
  }

  /**
   * Square filters that move by 1 over images padded to keep their extents, with bias, drawn as
   * {@link Glorot#uniform()} says.
   */
  public static Conv2d of(int filters, int kernel) {
    return new Conv2d(
        filters, kernel, kernel, Stride.of(1), PaddingPolicy.same(), Bias.WITH, Glorot.uniform());
  }

  @Override
  public Shape output(Shape input) {
    Inputs.images(this, input);
    return new Contraction.Convolution(stride, padding(input))
        .type(List.of(type(input), type(weight(input))))
        .shape();
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    output(input);
    return Parameters.of(WEIGHT, new ParameterSpec(weight(input), Role.WEIGHT, initializer))
        .and(bias.parameters(filters));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor y = x.convolution(parameters.get(WEIGHT), stride, padding(x.shape()));
    return bias.addTo(y, parameters);
  }

  private Shape weight(Shape input) {
    return Shape.of(kernelHeight, kernelWidth, input.dim(3), filters);
  }

  private Padding padding(Shape input) {
    return padding.padding(input, kernelHeight, kernelWidth, stride);
  }

  private static TensorType type(Shape shape) {
    return new TensorType(DType.FLOAT32, shape);
  }
}
