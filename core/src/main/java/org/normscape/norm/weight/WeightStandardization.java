package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;

/**
 * Weight standardization (Qiao et al., "Micro-batch training with batch-channel normalization and
 * weight standardization", 2019): the weights v of each output feature get the mean 0 and the
 * variance 1,
 *
 * <pre>
 *   w = (v − mean(v)) / deviation(v)
 * </pre>
 *
 * <p>{@code v} is the parameter {@code weight}, {@code [in, out]} or {@code [kH, kW, in, out]}, and
 * starts as the layer says. Mean and deviation are over all axes but the last. It learns and
 * remembers nothing, and is meant to stand with a normalization of activations: N weights of
 * variance 1 enlarge activations by √N, so that a deep network that has nothing else diverges in
 * its first steps. {@link ScaledWeightStandardization} stands alone.
 *
 * @param epsilon what keeps the deviation from 0; at least 0
 * @param deviation by which deviation, and where epsilon stands in it
 * @see "timm: StdConv2d(eps = epsilon)"
 */
@AutoService(Normalization.class)
public record WeightStandardization(double epsilon, FilterDeviation deviation)
    implements WeightNormalization {

  public WeightStandardization {
    Components.notNegative(WeightStandardization.class, "epsilon", epsilon);
  }

  /** The usual one, as {@code StdConv2d} of timm and BiT: epsilon 1e-6, under the root. */
  public WeightStandardization() {
    this(1e-6, FilterDeviation.UNDER_ROOT);
  }

  /** As in the code of the paper: epsilon 1e-5, behind the root of the unbiased variance. */
  public static WeightStandardization original() {
    return new WeightStandardization(1e-5, FilterDeviation.BEHIND_ROOT);
  }

  @Override
  public Applied apply(Call call, Tensor v) {
    return Applied.of(deviation.standardized(v, epsilon));
  }
}
