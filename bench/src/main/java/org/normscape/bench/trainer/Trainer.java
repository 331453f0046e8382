package org.normscape.bench.trainer;

import org.normscape.experiments.data.batch.Batch;

/** An engine with a network on its way. */
public interface Trainer extends AutoCloseable {

  /** Moves the network one step on a batch, and returns the loss that it had there before. */
  double step(Batch batch);

  @Override
  void close();
}
