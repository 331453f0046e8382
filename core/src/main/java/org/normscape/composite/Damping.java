package org.normscape.composite;

import org.normscape.ir.Tensor;

/** Where epsilon stands in the deviation by which a standardization divides. */
public enum Damping {

  /** {@code √(variance + epsilon)}. */
  UNDER_ROOT {
    @Override
    Tensor deviation(Tensor variance, double epsilon) {
      return variance.plus(epsilon).sqrt();
    }
  },

  /** {@code √variance + epsilon}, which has no derivative where the variance is 0. */
  BEHIND_ROOT {
    @Override
    Tensor deviation(Tensor variance, double epsilon) {
      return variance.sqrt().plus(epsilon);
    }
  };

  abstract Tensor deviation(Tensor variance, double epsilon);
}
