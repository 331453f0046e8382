package org.normscape.norm.activated;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * EvoNorm-S0 (Liu, Brock, Simonyan and Le, "Evolving normalization-activation layers", 2020, table
 * 2): normalization and activation in one, found by search, without statistics over the batch. With
 * the variance of each group of neighbouring channels of each example of {@code [n, …, c]},
 *
 * <pre>
 *   y = x · sigmoid(v · x) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>Where no activation function would follow, the layer is {@code x · scale + shift}, as in the
 * authors' code.
 *
 * <p>Parameters: {@code v}, which starts at 1, {@code scale} and {@code shift}, {@code [c]}.
 *
 * @param groups the number of groups, which must divide that of the channels, or is larger, where
 *     each channel is a group; at least 1
 * @param epsilon what is added to the variance, under the root; above 0
 * @see "timm: EvoNorm2dS0(c, groups, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record EvoNormS0(int groups, double epsilon) implements EvoNormS {

  private static final String V = "v";

  public EvoNormS0 {
    Components.count(EvoNormS0.class, "groups", groups);
    Components.positive(EvoNormS0.class, "epsilon", epsilon);
  }

  /** The paper's: 32 groups, epsilon 1e-5. */
  public EvoNormS0() {
    this(32, 1e-5);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(output(input), EvoNormS0.class);
    return Parameters.of(V, new ParameterSpec(channels, Role.SCALE, Constant.ONE))
        .and(Affine.WITH.parameters(channels));
  }

  @Override
  public Tensor gated(Parameters<Tensor> parameters, Tensor x) {
    return x.times(x.times(Channels.spread(parameters.get(V), x)).sigmoid());
  }

  @Override
  public Tensor square(Tensor grouped, List<Integer> keptAxes) {
    return Moments.of(grouped, keptAxes).variance();
  }
}
