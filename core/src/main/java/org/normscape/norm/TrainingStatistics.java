package org.normscape.norm;

import java.util.function.Supplier;
import org.normscape.ir.Tensor;

/** With which statistics batch normalization standardizes in training. */
public enum TrainingStatistics {
  /** Those of the batch, as in the paper. */
  BATCH {
    @Override
    Tensor output(Tensor byBatch, Supplier<Tensor> byRunning) {
      return byBatch;
    }
  },
  /**
   * The running ones after this batch, as in Equinox' mode "ema"; derivatives flow through the
   * batch's share of them.
   */
  RUNNING_AVERAGE {
    @Override
    Tensor output(Tensor byBatch, Supplier<Tensor> byRunning) {
      return byRunning.get();
    }
  };

  abstract Tensor output(Tensor byBatch, Supplier<Tensor> byRunning);
}
