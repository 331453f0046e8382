package org.normscape.experiments.data.batch;

import org.normscape.train.Ahead;

/** The batches of a run one after another; the next one is prepared on a thread of its own. */
public final class BatchQueue implements AutoCloseable {

  private final Ahead<PreparedBatch> ahead;
  private int step;

  /** A queue whose first batch is that of {@code firstStep}. */
  public BatchQueue(Batches batches, int firstStep) {
    this.step = firstStep;
    this.ahead =
        new Ahead<>("batches", number -> new PreparedBatch(number, batches.at(number)), b -> {});
    ahead.begin(firstStep);
  }

  /** The batch of the next step. */
  public PreparedBatch next() {
    return ahead.at(step++);
  }

  /** Ends the thread. */
  @Override
  public void close() {
    ahead.close();
  }
}
