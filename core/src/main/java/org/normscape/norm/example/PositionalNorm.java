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
 * Positional normalization, PONO (Li, Wu, Weinberger and Belongie, "Positional normalization",
 * 2019, equations 1 and 2): the channels at each place of {@code [n, …, c]} are standardized,
 *
 * <pre>
 *   mean = Σ x / c        variance = Σ (x − mean)² / c
 *   y = (x − mean) / √(variance + epsilon)
 * </pre>
 *
 * <p>The paper also hands mean and deviation on to a later layer, which is not done here. Its code
 * has the unbiased variance; here it is the biased one. It is {@link org.normscape.norm.LayerNorm}
 * over places, without scale and shift. With one channel the output is 0.
 *
 * @param epsilon what is added to the variance, under the root; at least 0
 * @see "PyTorch: LayerNorm(c, eps = epsilon, elementwise_affine = False)"
 * @see "Keras 3: LayerNormalization(epsilon, center = False, scale = False)"
 * @see "Flax: LayerNorm(epsilon, use_bias = False, use_scale = False)"
 */
@AutoService({Normalization.class, Layer.class})
public record PositionalNorm(double epsilon) implements ActivationNormalization, Stateless {

  public PositionalNorm {
    Components.notNegative(PositionalNorm.class, "epsilon", epsilon);
  }

  /** The authors' epsilon, 1e-5. */
  public PositionalNorm() {
    this(1e-5);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Shape channels = Channels.of(x.shape(), PositionalNorm.class);
    Tensor one = Affine.WITHOUT.scale(parameters, x, channels);
    Tensor zero = Affine.WITHOUT.shift(parameters, x, channels);
    Standardization norm = Standardization.ofPlaces(x.shape().rank(), epsilon);
    return x.trace().apply(norm, List.of(x, one, zero)).get(0);
  }
}
