package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;

/**
 * Scaled weight standardization (Brock, De and Smith, "Characterizing signal propagation to close
 * the performance gap in unnormalized ResNets", 2021, section 4): the N weights v of each output
 * feature get the mean 0 and the variance 1 / N, so that the variance of activations stays what it
 * is,
 *
 * <pre>
 *   w = scale · gain · (v − mean(v)) / √(N · variance(v))
 * </pre>
 *
 * <p>{@code v} is the parameter {@code weight}, {@code [in, out]} or {@code [kH, kW, in, out]}, and
 * starts as the layer says. {@code scale} is a parameter, {@code [out]}, and starts at 1. Mean and
 * variance are over all axes but the last.
 *
 * <p>{@code gain} makes good for the variance that the activation function before the layer takes
 * away from a standard normal input. For relu it is √(2 / (1 − 1/π)) = 1.7128585504496627; the
 * libraries have an estimate, 1.7139588594436646, and for others 1.7015043497085571 (gelu),
 * 1.7881293296813965 (silu) and 1.5939117670059204 (tanh).
 *
 * @param gain the constant of the activation function; greater than 0
 * @param epsilon what keeps the length of the weights from 0; at least 0
 * @param floor in which way it does
 * @see "timm: ScaledStdConv2d(gamma = gain, eps = epsilon)"
 */
@AutoService(Normalization.class)
public record ScaledWeightStandardization(double gain, double epsilon, FilterFloor floor)
    implements WeightNormalization {

  private static final String SCALE = "scale";
  private static final double RELU = 1.7139588594436646;

  public ScaledWeightStandardization {
    Components.positive(ScaledWeightStandardization.class, "gain", gain);
    Components.notNegative(ScaledWeightStandardization.class, "epsilon", epsilon);
  }

  /** As {@code ScaledStdConv2d} of timm behind relu: epsilon 1e-6, added to the variance. */
  public ScaledWeightStandardization() {
    this(RELU, 1e-6, FilterFloor.ADDED);
  }

  /**
   * As in DeepMind's code: {@code N · variance} is at least 1e-4, and the gain is 1, since it
   * belongs to the activation function there.
   */
  public static ScaledWeightStandardization deepMind() {
    return new ScaledWeightStandardization(1, 1e-4, FilterFloor.MAXIMUM);
  }

  @Override
  public Parameters<ParameterSpec> parameters(ParameterSpec weight) {
    Shape features = Shape.of(weight.shape().dim(-1));
    return Parameters.of(SCALE, new ParameterSpec(features, Role.SCALE, Constant.ONE));
  }

  @Override
  public Applied apply(Call call, Tensor v) {
    Tensor centered = FanIn.centered(v);
    Tensor squares = FanIn.sum(centered.times(centered));
    Tensor length = floor.length(squares, FanIn.of(v), epsilon);
    Tensor factors = call.parameters().get(SCALE).times(gain).dividedBy(length);
    return Applied.of(FanIn.scaled(centered, factors));
  }
}
