package org.normscape.norm.activated;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * EvoNorm-S2 (Liu, Brock, Simonyan and Le, "Evolving normalization-activation layers", 2020):
 * normalization and activation in one, found by search, without statistics over the batch. With
 * sums over the m elements of each group of neighbouring channels of each example of {@code [n, …,
 * c]},
 *
 * <pre>
 *   y = x · sigmoid(x) / √(Σ x² / m + epsilon) · scale + shift
 * </pre>
 *
 * <p>Where no activation function would follow, the layer is {@code x · scale + shift}, as in the
 * authors' code.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}.
 *
 * @param groups the number of groups, which must divide that of the channels, or is larger, where
 *     each channel is a group; at least 1
 * @param epsilon what is added to the mean square, under the root; above 0
 * @see "timm: EvoNorm2dS2(c, groups, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record EvoNormS2(int groups, double epsilon) implements EvoNormS {

  public EvoNormS2 {
    Components.count(EvoNormS2.class, "groups", groups);
    Components.positive(EvoNormS2.class, "epsilon", epsilon);
  }

  /** The paper's: 32 groups, epsilon 1e-5. */
  public EvoNormS2() {
    this(32, 1e-5);
  }

  @Override
  public Tensor gated(Parameters<Tensor> parameters, Tensor x) {
    return x.times(x.sigmoid());
  }

  @Override
  public Tensor square(Tensor grouped, List<Integer> keptAxes) {
    return grouped.times(grouped).mean(grouped.shape().axesExcept(keptAxes));
  }
}
