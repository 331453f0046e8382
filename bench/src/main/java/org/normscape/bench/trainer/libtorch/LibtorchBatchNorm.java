package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/** {@link org.normscape.norm.BatchNorm} of channels, with unbiased running variance. */
record LibtorchBatchNorm() implements LibtorchNormalization {

  private static final org.normscape.norm.BatchNorm OURS = new org.normscape.norm.BatchNorm();

  @Override
  public NDArray normalized(
      Parameters<NDArray> parameters, Parameters<NDArray> state, NDArray x, Statistics statistics) {
    return BatchNorm.batchNorm(
            x,
            state.get("mean"),
            state.get("variance"),
            parameters.get("scale"),
            parameters.get("shift"),
            1,
            (float) OURS.running().decay(),
            (float) OURS.epsilon(),
            statistics == Statistics.BATCH)
        .singletonOrThrow();
  }
}
