package org.normscape.norm.batch;

import java.util.List;
import org.normscape.ir.Tensor;
import org.normscape.norm.Moments;

/** By what a normalization that keeps the mean divides. */
public enum ScaleOf {
  /** The mean square: {@code Σ x² / m}. */
  MEAN_SQUARE {
    @Override
    Tensor measure(Tensor x, List<Integer> axes) {
      return x.times(x).mean(axes);
    }
  },
  /** The variance: {@code Σ (x − mean)² / m}. */
  VARIANCE {
    @Override
    Tensor measure(Tensor x, List<Integer> axes) {
      return Moments.of(x, x.shape().axesExcept(axes)).variance();
    }
  };

  abstract Tensor measure(Tensor x, List<Integer> axes);
}
