package org.normscape.experiments.data.batch;

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
  private CompletableFuture<PreparedBatch> ahead;

  /** A queue whose first batch is that of {@code firstStep}. */
  public BatchQueue(Batches batches, int firstStep) {
    this.batches = batches;
    this.step = firstStep;
    this.ahead = prepare(firstStep);
  }

  /** The batch of the next step. */
  public PreparedBatch next() {
    PreparedBatch prepared = ahead.join();
    step++;
    ahead = prepare(step);
    return prepared;
  }

  private CompletableFuture<PreparedBatch> prepare(int step) {
    return CompletableFuture.supplyAsync(() -> new PreparedBatch(step, batches.at(step)), thread);
  }

  /** Ends the thread. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
