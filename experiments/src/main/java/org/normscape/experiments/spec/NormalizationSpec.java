package org.normscape.experiments.spec;

import org.normscape.norm.Affine;
import org.normscape.norm.RunningVariance;

/** A normalization and its constants. */
public sealed interface NormalizationSpec {

  /** No normalization at all. */
  record None() implements NormalizationSpec {}

  /**
   * Batch normalization (Ioffe and Szegedy, 2015).
   *
   * @param epsilon what is added to the variance inside the root
   * @param decay the weight of the old value in the running statistics
   * @param runningVariance which variance is remembered
   * @param affine whether scale and shift are learned
   */
  record BatchNorm(double epsilon, double decay, RunningVariance runningVariance, Affine affine)
      implements NormalizationSpec {
    public BatchNorm {
      Rule.positive("epsilon", epsilon);
      Rule.require(decay >= 0 && decay <= 1, "decay", "must lie in [0, 1]", decay);
    }
  }

  /**
   * Layer normalization (Ba, Kiros and Hinton, 2016) with one scale and one shift for each channel.
   *
   * @param epsilon what is added to the variance inside the root
   * @param affine whether scale and shift are learned
   */
  record LayerNorm(double epsilon, Affine affine) implements NormalizationSpec {
    public LayerNorm {
      Rule.positive("epsilon", epsilon);
    }
  }
}
