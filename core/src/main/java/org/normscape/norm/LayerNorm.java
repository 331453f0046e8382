package org.normscape.norm;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/**
 * Layer normalization (Ba, Kiros and Hinton, "Layer normalization", 2016, equations 3 and 4): each
 * example of the input {@code [n, …, c]} is standardized over its m elements, those of all places
 * and channels, and each channel is scaled and shifted,
 *
 * <pre>
 *   mean = Σ x / m        variance = Σ (x − mean)² / m
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>On rows {@code [n, c]} that is the paper's, and PyTorch's {@code LayerNorm(c)}. On images
 * {@code [n, h, w, c]} it is group normalization with one group (Wu and He, "Group normalization",
 * 2018, section 3), PyTorch's {@code GroupNorm(1, c)}; with a scale and a shift for each element it
 * is PyTorch's {@code LayerNorm([c, h, w])}, and over the channels at each place ConvNeXt's {@code
 * LayerNorm2d}.
 *
 * <p><b>Statistics.</b> An example's output depends on this example alone, so that nothing is
 * remembered and all {@link Statistics} mean the same. Derivatives flow through mean and variance;
 * with m = 1 the output is {@code shift}.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}, or of the extents of an example.
 *
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param over over which elements statistics are taken
 * @param affineShape to what scale and shift belong
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "PyTorch: GroupNorm(1, c, eps = epsilon)"
 * @see "PyTorch: LayerNorm(shape, eps = epsilon)"
 * @see "Keras 3: GroupNormalization(1, epsilon)"
 * @see "Keras 3: LayerNormalization(axis, epsilon)"
 * @see "Flax: LayerNorm(epsilon, reduction_axes, feature_axes)"
 * @see "timm: GroupNorm1(c)"
 * @see "timm: LayerNorm2d(c, eps = epsilon)"
 * @see "DL4J: DenseLayer(hasLayerNorm = true)"
 */
@AutoService({Normalization.class, Layer.class})
public record LayerNorm(double epsilon, Over over, AffineShape affineShape, Affine affine)
    implements ActivationNormalization, Stateless {

  public LayerNorm {
    Components.notNegative(LayerNorm.class, "epsilon", epsilon);
  }

  /** The usual one, as in PyTorch: epsilon 1e-5, learned scale and shift. */
  public LayerNorm() {
    this(1e-5, Affine.WITH);
  }

  /** Over whole examples, with scale and shift for each channel. */
  public LayerNorm(double epsilon, Affine affine) {
    this(epsilon, Over.EXAMPLE, AffineShape.CHANNEL, affine);
  }

  /** ConvNeXt's and timm's {@code LayerNorm2d}: the channels at each place, epsilon 1e-6. */
  public static LayerNorm ofPlaces() {
    return new LayerNorm(1e-6, Over.PLACE, AffineShape.CHANNEL, Affine.WITH);
  }

  /** PyTorch's {@code LayerNorm([c, h, w])}: whole examples, a scale and shift for each element. */
  public static LayerNorm ofElements() {
    return new LayerNorm(1e-5, Over.EXAMPLE, AffineShape.ELEMENT, Affine.WITH);
  }

  /** The mean is taken over all channels at once: what a bias changes in one of them remains. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Shape output(Shape input) {
    Channels.of(input, LayerNorm.class);
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(affines(output(input)));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Shape affines = affines(output(x.shape()));
    Tensor scale = affine.scale(parameters, x, affines);
    Tensor shift = affine.shift(parameters, x, affines);
    int rank = x.shape().rank();
    Standardization norm = Standardization.of(over.keptAxes(rank), affineShape.axes(rank), epsilon);
    return x.trace().apply(norm, List.of(x, scale, shift)).get(0);
  }

  private Shape affines(Shape input) {
    return input.without(input.axesExcept(affineShape.axes(input.rank())));
  }
}
