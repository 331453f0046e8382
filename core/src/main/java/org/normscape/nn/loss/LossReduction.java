package org.normscape.nn.loss;

import org.normscape.ir.Tensor;

/** How the terms of a loss become one number. */
public enum LossReduction {
  /** Their sum divided by their number. */
  MEAN {
    @Override
    Tensor of(Tensor terms) {
      return terms.mean();
    }
  },
  /** Their sum. */
  SUM {
    @Override
    Tensor of(Tensor terms) {
      return terms.sum();
    }
  },
  /** Half their sum: for squares, {@code ½‖·‖²}, the convention of {@code tf.nn.l2_loss}. */
  HALF_SUM {
    @Override
    Tensor of(Tensor terms) {
      return terms.sum().times(0.5);
    }
  };

  /** The scalar that stands for all {@code terms}. */
  abstract Tensor of(Tensor terms);
}
