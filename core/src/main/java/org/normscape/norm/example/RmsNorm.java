package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.composite.Center;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.norm.Over;
import org.normscape.params.Parameters;

/**
 * Root mean square normalization (Zhang and Sennrich, "Root mean square layer normalization", 2019,
 * equation 4): layer normalization without taking the mean away. With sums over m elements of an
 * example,
 *
 * <pre>
 *   y = x / √(Σ x² / m + epsilon) · scale
 * </pre>
 *
 * <p>or, as the authors' code has it, with epsilon behind the root: {@link Damping}. As epsilon
 * goes to 0, {@code y(a · x) = y(x)} for each a &gt; 0. With m = 1, y is the sign of x times the
 * scale. With epsilon 0 an example of zeros gives NaN.
 *
 * <p>Parameters: {@code scale}, {@code [c]}; with a shift, {@code shift}.
 *
 * @param epsilon what keeps the root from 0; at least 0
 * @param damping where epsilon stands
 * @param over over which elements the mean is taken
 * @param affine what is learned
 * @see "PyTorch: RMSNorm(c, eps = epsilon)"
 * @see "Keras 3: RMSNormalization(epsilon)"
 * @see "Flax: RMSNorm(epsilon)"
 * @see "timm: RmsNorm(c, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record RmsNorm(double epsilon, Damping damping, Over over, Affine affine)
    implements ActivationNormalization, Stateless {

  public RmsNorm {
    Components.notNegative(RmsNorm.class, "epsilon", epsilon);
  }

  /** The usual one, as in Keras, Flax and timm: the channels at each place, epsilon 1e-6. */
  public RmsNorm() {
    this(1e-6, Affine.SCALE_ONLY);
  }

  private RmsNorm(double epsilon, Affine affine) {
    this(epsilon, Damping.UNDER_ROOT, Over.PLACE, affine);
  }

  /** The authors' code: 1e-8 behind the root. */
  public static RmsNorm ofAuthors() {
    return new RmsNorm(1e-8, Damping.BEHIND_ROOT, Over.PLACE, Affine.SCALE_ONLY);
  }

  /** PyTorch's {@code RMSNorm} in float32, whose epsilon is that of the dtype, 2⁻²³. */
  public static RmsNorm pytorch() {
    return new RmsNorm(0x1p-23, Affine.SCALE_ONLY);
  }

  /** Haiku's {@code RMSNorm}, and ONNX': epsilon 1e-5. */
  public static RmsNorm haiku() {
    return new RmsNorm(1e-5, Affine.SCALE_ONLY);
  }

  /** Equinox' {@code RMSNorm}: epsilon 1e-5, with a shift. */
  public static RmsNorm equinox() {
    return new RmsNorm(1e-5, Affine.WITH);
  }

  /** Gemma's: the scale is stored as what is added to 1. */
  public static RmsNorm gemma() {
    return new RmsNorm(1e-6, Affine.UNIT_OFFSET);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, RmsNorm.class));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Shape channels = Channels.of(x.shape(), RmsNorm.class);
    Tensor scale = affine.scale(parameters, x, channels);
    Tensor shift = affine.shift(parameters, x, channels);
    int rank = x.shape().rank();
    Standardization norm =
        new Standardization(over.keptAxes(rank), List.of(rank - 1), epsilon, damping, Center.ZERO);
    return x.trace().apply(norm, List.of(x, scale, shift)).get(0);
  }
}
