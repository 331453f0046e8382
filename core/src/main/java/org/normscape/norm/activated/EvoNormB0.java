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
import org.normscape.norm.RunningVariance;
import org.normscape.params.Parameters;

/**
 * EvoNorm-B0 (Liu, Brock, Simonyan and Le, "Evolving normalization-activation layers", 2020, table
 * 2): normalization and activation in one, found by search. For each channel of {@code [n, …, c]},
 *
 * <pre>
 *   y = x / max(√(batchVariance + epsilon), v · x + √(instanceVariance + epsilon)) · scale + shift
 * </pre>
 *
 * <p>with the variance over the batch, of which an exponential average is remembered, and that over
 * the places of each example. Where no activation function would follow, the layer is {@code x ·
 * scale + shift}, as in the authors' code.
 *
 * <p>Parameters: {@code v}, which starts at 1, {@code scale} and {@code shift}, {@code [c]}; state:
 * {@code variance}, {@code [c]}.
 *
 * @param epsilon what is added to the variances, under the roots; above 0
 * @param decay the weight of the old running variance, in [0, 1]
 * @param runningVariance which variance is remembered
 * @see "timm: EvoNorm2dB0(c, eps = epsilon, momentum = 1 − decay)"
 */
@AutoService({Normalization.class, Layer.class})
public record EvoNormB0(double epsilon, double decay, RunningVariance runningVariance)
    implements EvoNormB {

  private static final String V = "v";

  public EvoNormB0 {
    Components.positive(EvoNormB0.class, "epsilon", epsilon);
    Components.fraction(EvoNormB0.class, "decay", decay);
  }

  /** The paper's epsilon, 1e-5, and decay 0.9; the running variance unbiased, as in timm. */
  public EvoNormB0() {
    this(1e-5, 0.9, RunningVariance.UNBIASED);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, EvoNormB0.class);
    return Parameters.of(V, new ParameterSpec(channels, Role.SCALE, Constant.ONE))
        .and(Affine.WITH.parameters(channels));
  }

  @Override
  public Tensor other(Parameters<Tensor> parameters, Tensor x) {
    List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
    Tensor instance = Moments.ofInstances(x).deviation(epsilon).broadcast(x.shape(), places);
    return x.times(Channels.spread(parameters.get(V), x)).plus(instance);
  }
}
