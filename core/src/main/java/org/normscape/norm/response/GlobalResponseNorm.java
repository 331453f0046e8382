package org.normscape.norm.response;

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
import org.normscape.norm.Length;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Global response normalization (Woo et al., "ConvNeXt V2: co-designing and scaling ConvNets with
 * masked autoencoders", 2023, equations 1 to 3): channels of {@code [n, …, c]} compete by their
 * length over the places of an example,
 *
 * <pre>
 *   G_c = √(Σ x²)        N_c = G_c / (Σ G / c + epsilon)
 *   y = x + x · N · scale + shift
 * </pre>
 *
 * <p>G has no epsilon: of a channel that is 0 everywhere its derivative is 0, by definition. It
 * starts as the identity.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}, which both start at 0.
 *
 * @param epsilon what is added to the mean length; at least 0
 * @see "timm: GlobalResponseNorm(c, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record GlobalResponseNorm(double epsilon) implements ActivationNormalization, Stateless {

  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";

  public GlobalResponseNorm {
    Components.notNegative(GlobalResponseNorm.class, "epsilon", epsilon);
  }

  /** The authors' epsilon, 1e-6. */
  public GlobalResponseNorm() {
    this(1e-6);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, GlobalResponseNorm.class);
    return Parameters.of(SCALE, new ParameterSpec(channels, Role.SCALE, Constant.ZERO))
        .and(SHIFT, new ParameterSpec(channels, Role.SHIFT, Constant.ZERO));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
    Tensor length = Length.of(x.times(x).sum(places));
    Tensor mean = length.mean(List.of(1)).plus(epsilon);
    Tensor share = length.dividedBy(mean.broadcast(length.shape(), List.of(1)));
    return x.times(share.broadcast(x.shape(), places))
        .times(Channels.spread(parameters.get(SCALE), x))
        .plus(Channels.spread(parameters.get(SHIFT), x))
        .plus(x);
  }
}
