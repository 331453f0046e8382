package org.normscape.norm;

import org.normscape.ir.Tensor;

/** An exponential average of what batches give: what normalizations remember. */
public final class RunningAverage {

  private RunningAverage() {}

  /**
   * {@code decay · old + (1 − decay) · batch}.
   *
   * @param decay the weight of the old value
   */
  public static Tensor next(double decay, Tensor old, Tensor batch) {
    return old.times(decay).plus(batch.times(1 - decay));
  }
}
