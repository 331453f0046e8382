package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Centered weight normalization (Huang et al., "Centered weight normalization in accelerating
 * training of deep neural networks", 2017): {@link WeightNorm} of weights without their mean,
 *
 * <pre>
 *   w = g · (v − mean(v)) / ‖v − mean(v)‖
 * </pre>
 *
 * <p>{@code v} is the parameter {@code weight}, {@code [in, out]} or {@code [kH, kW, in, out]}, and
 * starts as the layer says. {@code g} is the parameter {@code scale}, {@code [out]}, and starts at
 * {@code ‖v − mean(v)‖}. Mean and norm are over all axes but the last. There is no epsilon: where
 * all weights of a feature are equal, {@code w} is NaN.
 */
@AutoService(Normalization.class)
public record CenteredWeightNorm() implements WeightNormalization {

  private static final WeightNorm LENGTH_AND_DIRECTION = new WeightNorm();

  @Override
  public Parameters<ParameterSpec> parameters(ParameterSpec weight) {
    Initializer centered = new Centered(weight.initializer());
    return LENGTH_AND_DIRECTION.parameters(
        new ParameterSpec(weight.shape(), weight.role(), centered));
  }

  @Override
  public Applied apply(Call call, Tensor v) {
    return LENGTH_AND_DIRECTION.apply(call, FanIn.centered(v));
  }

  /**
   * Weights without their mean over each output feature.
   *
   * @param weights how they start
   */
  private record Centered(Initializer weights) implements Initializer {

    @Override
    public double[] values(Shape shape, RandomStream random) {
      double[] v = weights.values(shape, random);
      int features = shape.dim(-1);
      int fanIn = v.length / features;
      for (int out = 0; out < features; out++) {
        double sum = 0;
        for (int i = out; i < v.length; i += features) {
          sum += v[i];
        }
        for (int i = out; i < v.length; i += features) {
          v[i] -= sum / fanIn;
        }
      }
      return v;
    }
  }
}
