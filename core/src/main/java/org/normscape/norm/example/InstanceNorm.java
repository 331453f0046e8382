package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
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
import org.normscape.params.Parameters;

/**
 * Instance normalization (Ulyanov, Vedaldi and Lempitsky, "Instance normalization: the missing
 * ingredient for fast stylization", 2016, equation 1): each channel of each example {@code [n, …,
 * c]} is standardized over its m places,
 *
 * <pre>
 *   mean = Σ x / m        variance = Σ (x − mean)² / m
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>It is group normalization with a group for each channel. On rows {@code [n, c]}, where m = 1,
 * the output is {@code shift}. Nothing is remembered. PyTorch's learns neither scale nor shift
 * unless it is told to; Flax' and ONNX' do.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}.
 *
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "PyTorch: InstanceNorm2d(c, eps = epsilon, affine)"
 * @see "Keras 3: GroupNormalization(-1, epsilon)"
 * @see "Flax: InstanceNorm(epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record InstanceNorm(double epsilon, Affine affine)
    implements ActivationNormalization, Stateless {

  public InstanceNorm {
    Components.notNegative(InstanceNorm.class, "epsilon", epsilon);
  }

  /** Epsilon 1e-5, learned scale and shift. */
  public InstanceNorm() {
    this(1e-5, Affine.WITH);
  }

  /** PyTorch's {@code InstanceNorm2d}: epsilon 1e-5, nothing learned. */
  public static InstanceNorm pytorch() {
    return new InstanceNorm(1e-5, Affine.WITHOUT);
  }

  /** The mean of each channel is taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, InstanceNorm.class));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Shape channels = Channels.of(x.shape(), InstanceNorm.class);
    Tensor scale = affine.scale(parameters, x, channels);
    Tensor shift = affine.shift(parameters, x, channels);
    Standardization norm = Standardization.ofInstances(x.shape().rank(), epsilon);
    return x.trace().apply(norm, List.of(x, scale, shift)).get(0);
  }
}
