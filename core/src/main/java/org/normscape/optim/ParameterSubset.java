package org.normscape.optim;

import org.normscape.ir.Tensor;

/** Which parameters an update rule treats in its special way. */
public enum ParameterSubset {
  /** All. */
  ALL {
    @Override
    boolean contains(Tensor parameter) {
      return true;
    }
  },
  /**
   * Those with at least two axes: matrices and filters. Biases, and what normalizations learn, have
   * at most one.
   */
  WEIGHTS {
    @Override
    boolean contains(Tensor parameter) {
      return parameter.shape().rank() >= 2;
    }
  };

  abstract boolean contains(Tensor parameter);
}
