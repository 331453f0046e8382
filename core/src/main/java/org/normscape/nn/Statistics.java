package org.normscape.nn;

/** Which statistics a normalization uses, and whether it remembers them. */
public enum Statistics {
  /** Those of the batch, which also update the running ones: training. */
  BATCH,
  /** Those of the batch; the running ones stay as they are: probing what training descends. */
  BATCH_FROZEN_RUNNING,
  /** The running ones: inference. */
  RUNNING
}
