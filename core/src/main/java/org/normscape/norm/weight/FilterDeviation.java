package org.normscape.norm.weight;

import java.util.List;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** By which deviation of its N weights an output feature's are divided. */
public enum FilterDeviation {

  /** {@code √(Σ (v − mean)² / N + epsilon)}, as in timm and BiT. */
  UNDER_ROOT {
    @Override
    Tensor standardized(Tensor v, double epsilon) {
      return byComposite(v, Standardization.ofChannels(v.shape().rank() - 1, epsilon), 1);
    }
  },

  /**
   * {@code √(Σ (v − mean)² / (N − 1)) + epsilon}, as in the code of Qiao et al. Not defined for N =
   * 1, and without a derivative where all weights of a feature are equal.
   */
  BEHIND_ROOT {
    @Override
    Tensor standardized(Tensor v, double epsilon) {
      double fanIn = FanIn.of(v);
      if (fanIn < 2) {
        throw new IllegalArgumentException(
            "WeightStandardization: the unbiased deviation needs at least 2 weights for each output feature, but the weights are %s. To fix: use UNDER_ROOT."
                .formatted(v.shape()));
      }
      double factor = Math.sqrt((fanIn - 1) / fanIn);
      Standardization biased =
          Standardization.ofChannels(v.shape().rank() - 1, epsilon * factor)
              .with(Damping.BEHIND_ROOT);
      return byComposite(v, biased, factor);
    }
  };

  /** The weights of each output feature without their mean, divided by their deviation. */
  abstract Tensor standardized(Tensor v, double epsilon);

  private static Tensor byComposite(Tensor v, Standardization norm, double scale) {
    Tensor ones = v.trace().fill(scale, v.type().withShape(Shape.of(v.shape().dim(-1))));
    return v.trace().apply(norm, List.of(v, ones, ones.zeros())).get(0);
  }
}
