package org.normscape.norm.batch;

import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Statistics;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.RunningAverage;
import org.normscape.params.Parameters;

/**
 * A normalization by statistics of the batch, which remembers an exponential average of them to use
 * under {@link Statistics#RUNNING}; the average changes under {@link Statistics#BATCH} alone.
 */
public interface OverBatch extends ActivationNormalization {

  /** The weight of the old averages, in [0, 1]. */
  double decay();

  /**
   * Writes the layer with the statistics of the batch.
   *
   * @return with these statistics, by the paths of the state, in the place of the state
   */
  Applied byBatch(Call call, Tensor x);

  /** Writes the layer with the statistics that are remembered. */
  Applied byRunning(Call call, Tensor x);

  /**
   * What is remembered after one more batch: averages.
   *
   * @param state what was remembered before
   * @param batch the statistics of the batch
   */
  default Parameters<Tensor> next(Parameters<Tensor> state, Parameters<Tensor> batch) {
    return state.zip(batch, (old, now) -> RunningAverage.next(decay(), old, now));
  }

  @Override
  default Applied apply(Call call, Tensor x) {
    return switch (call.statistics()) {
      case RUNNING -> byRunning(call, x);
      case BATCH_FROZEN_RUNNING -> remembering(byBatch(call, x), call.state());
      case BATCH -> {
        Applied applied = byBatch(call, x);
        yield remembering(applied, next(call.state(), applied.state()));
      }
    };
  }

  private static Applied remembering(Applied applied, Parameters<Tensor> state) {
    return Applied.of(applied.output(), state).withFrozen(applied.frozen());
  }
}
