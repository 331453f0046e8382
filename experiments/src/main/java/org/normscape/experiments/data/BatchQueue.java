package org.normscape.experiments.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The batches of a run one after another; the next one is prepared on a thread of its own. */
public final class BatchQueue implements AutoCloseable {

  private final Batches batches;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread daemon = new Thread(task, "batches");
            daemon.setDaemon(true);
            return daemon;
          });
  private int step;
  private CompletableFuture<Batch> ahead;

  /** A queue whose first batch is that of {@code firstStep}. */
  public BatchQueue(Batches batches, int firstStep) {
    this.batches = batches;
    this.step = firstStep;
    this.ahead = prepare(firstStep);
  }

  /** The batch of the next step. */
  public Batch next() {
    Batch batch = ahead.join();
    step++;
    ahead = prepare(step);
    return batch;
  }

  private CompletableFuture<Batch> prepare(int step) {
    return CompletableFuture.supplyAsync(() -> batches.at(step), thread);
  }

  /** Ends the thread. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
