package org.normscape.norm.weight;

import org.normscape.ir.Tensor;

/** What keeps the length of an output feature's N centered weights from 0. */
public enum FilterFloor {

  /** {@code √(Σ (v − mean)² + N · epsilon)}: epsilon is added to the variance, as in timm. */
  ADDED {
    @Override
    Tensor length(Tensor squares, int fanIn, double epsilon) {
      return squares.plus(fanIn * epsilon).sqrt();
    }
  },

  /** {@code √max(Σ (v − mean)², epsilon)}, as in DeepMind's code. */
  MAXIMUM {
    @Override
    Tensor length(Tensor squares, int fanIn, double epsilon) {
      return squares.maximum(squares.filled(epsilon)).sqrt();
    }
  };

  /**
   * The length.
   *
   * @param squares the sum of the squares of the centered weights, {@code [out]}
   */
  abstract Tensor length(Tensor squares, int fanIn, double epsilon);
}
