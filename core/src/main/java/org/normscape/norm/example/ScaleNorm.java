package org.normscape.norm.example;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Stateless;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * ScaleNorm (Nguyen and Salazar, "Transformers without tears: improving the normalization of
 * self-attention", 2019, equation 5): the channels at each place of {@code [n, …, c]} get one
 * learned length,
 *
 * <pre>
 *   y = g · x / max(‖x‖, epsilon)
 * </pre>
 *
 * <p>With epsilon towards 0 it is root mean square normalization with one scale, {@code g / √c},
 * for all channels. Where {@code ‖x‖} is below epsilon the layer is linear.
 *
 * <p>Parameter: {@code scale}, a number, which starts at {@code √c}.
 *
 * @param epsilon the smallest length that is divided by; above 0
 * @see "PyTorch: scale * functional.normalize(x, dim = 1, eps = epsilon)"
 * @see "Keras 3: UnitNormalization()"
 * @see "DL4J: L2NormalizeVertex()"
 */
@AutoService({Normalization.class, Layer.class})
public record ScaleNorm(double epsilon) implements ActivationNormalization, Stateless {

  private static final String SCALE = "scale";

  public ScaleNorm {
    Components.positive(ScaleNorm.class, "epsilon", epsilon);
  }

  /** The paper's epsilon, 1e-5. */
  public ScaleNorm() {
    this(1e-5);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    double start = Math.sqrt(Channels.of(input, ScaleNorm.class).dim(0));
    return Parameters.of(SCALE, new ParameterSpec(Shape.SCALAR, Role.SCALE, new Constant(start)));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    List<Integer> channel = List.of(x.shape().rank() - 1);
    Tensor square = x.times(x).sum(channel);
    Tensor length = square.maximum(square.filled(epsilon * epsilon)).sqrt();
    return x.dividedBy(length.broadcast(x.shape(), channel)).scaledBy(parameters.get(SCALE));
  }
}
