package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/** How running statistics start, before they have seen a batch. */
public enum RunningStart {

  /** At mean 0 and variance 1, which fade: PyTorch, Keras, Flax, timm. */
  STANDARD {
    @Override
    Parameters<ParameterSpec> share() {
      return Parameters.none();
    }

    @Override
    Parameters<Tensor> nextShare(Parameters<Tensor> state, double decay) {
      return Parameters.none();
    }
  },

  /** With the statistics of the first batch; before it at mean 0, variance 1: Equinox "ema". */
  FIRST_BATCH {
    @Override
    Tensor next(Parameters<Tensor> state, double decay, Tensor old, Tensor batch) {
      Tensor isLater = spread(state.get(SHARE), old).greater(old.zeros());
      return isLater.select(RunningAverage.next(decay, old, batch), batch);
    }
  },

  /**
   * At 0 both, and divided by the share {@code 1 − decayᵗ} that t batches have in them: Haiku, as
   * Adam does it (Kingma and Ba, 2015, section 3).
   */
  DEBIASED {
    @Override
    Constant variance() {
      return Constant.ZERO;
    }

    @Override
    Tensor read(Parameters<Tensor> state, Tensor average) {
      return debiased(state, average);
    }
  },

  /**
   * At mean 0 and variance 1, and both divided by the share that batches have in them: Equinox
   * "batch", whose running variance is large after the first steps.
   */
  DEBIASED_FROM_STANDARD {
    @Override
    Tensor read(Parameters<Tensor> state, Tensor average) {
      return debiased(state, average);
    }
  };

  private static final String SHARE = "share";

  /** The first value of the variance; that of the mean is 0. */
  Constant variance() {
    return Constant.ONE;
  }

  /** The share of batches in the averages, a number, if it has to be remembered. */
  Parameters<ParameterSpec> share() {
    return Parameters.of(SHARE, new ParameterSpec(Shape.SCALAR, Role.STATISTIC, Constant.ZERO));
  }

  /** The share after one more batch. */
  Parameters<Tensor> nextShare(Parameters<Tensor> state, double decay) {
    Tensor share = state.get(SHARE);
    return Parameters.of(SHARE, RunningAverage.next(decay, share, share.filled(1)));
  }

  /** An average after one more batch. */
  Tensor next(Parameters<Tensor> state, double decay, Tensor old, Tensor batch) {
    return RunningAverage.next(decay, old, batch);
  }

  /** The statistic for which an average stands. */
  Tensor read(Parameters<Tensor> state, Tensor average) {
    return average;
  }

  private static Tensor debiased(Parameters<Tensor> state, Tensor average) {
    Tensor share = state.get(SHARE);
    Tensor orOne = share.greater(share.zeros()).select(share, share.filled(1));
    return average.dividedBy(spread(orOne, average));
  }

  private static Tensor spread(Tensor number, Tensor over) {
    return number.broadcast(over.shape(), over.shape().axes());
  }
}
