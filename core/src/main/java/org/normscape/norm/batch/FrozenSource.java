package org.normscape.norm.batch;

import org.normscape.ir.Tensor;
import org.normscape.norm.Moments;
import org.normscape.norm.RunningStatistics;
import org.normscape.params.Parameters;

/** Where statistics that are held constant come from. */
public enum FrozenSource {
  /** The batch at hand; they are remembered, as batch normalization does. */
  BATCH {
    @Override
    Moments moments(Tensor x, Moments running) {
      return Moments.ofChannels(x);
    }

    @Override
    Parameters<Tensor> next(
        Parameters<Tensor> state, Moments batch, int elements, RunningStatistics running) {
      return running.next(state, batch, elements);
    }
  },
  /** What is remembered, which never changes. */
  RUNNING {
    @Override
    Moments moments(Tensor x, Moments running) {
      return running;
    }

    @Override
    Parameters<Tensor> next(
        Parameters<Tensor> state, Moments batch, int elements, RunningStatistics running) {
      return state;
    }
  };

  abstract Moments moments(Tensor x, Moments running);

  abstract Parameters<Tensor> next(
      Parameters<Tensor> state, Moments batch, int elements, RunningStatistics running);
}
