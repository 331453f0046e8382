package org.normscape.nn;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Contraction;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.Initializer;
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
@AutoService(Layer.class)
public record Conv2d(
    int filters,
    int kernelHeight,
    int kernelWidth,
    Stride stride,
    PaddingPolicy padding,
    Bias bias,
    Initializer initializer)
    implements Linear {

  public Conv2d {
    Components.count(Conv2d.class, "filters", filters);
    Components.count(Conv2d.class, "kernelHeight", kernelHeight);
    Components.count(Conv2d.class, "kernelWidth", kernelWidth);
  }

  /**
   * 16 filters of 3 by 3 that move by 1 over images padded to keep their extents, with bias, drawn
   * as {@link Glorot#uniform()} says.
   */
  public Conv2d() {
    this(16, 3, 3, Stride.of(1), PaddingPolicy.same(), Bias.WITH, Glorot.uniform());
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
