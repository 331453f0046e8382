package org.normscape.experiments.data.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.normscape.params.Parameters;

/** The batches of a run one after another; the next one is prepared on a thread of its own. */
public final class BatchQueue implements AutoCloseable {

  private final Batches batches;
  private final IntFunction<Parameters<double[]>> noise;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread daemon = new Thread(task, "batches");
            daemon.setDaemon(true);
            return daemon;
          });
  private int step;
  private CompletableFuture<PreparedBatch> ahead;

  /** A queue for a network that draws nothing; its first batch is that of {@code firstStep}. */
  public BatchQueue(Batches batches, int firstStep) {
    this(batches, firstStep, step -> Parameters.none());
  }

  /**
   * A queue whose first batch is that of {@code firstStep}.
   *
   * @param noise what layers draw at a step, by path; called on the queue's thread
   */
  public BatchQueue(Batches batches, int firstStep, IntFunction<Parameters<double[]>> noise) {
    this.batches = batches;
    this.noise = noise;
    this.step = firstStep;
    this.ahead = prepare(firstStep);
  }

  /** What the next step needs. */
  public PreparedBatch next() {
    PreparedBatch prepared = ahead.join();
    step++;
    ahead = prepare(step);
    return prepared;
  }

  private CompletableFuture<PreparedBatch> prepare(int step) {
    return CompletableFuture.supplyAsync(
        () -> new PreparedBatch(step, batches.at(step), noise.apply(step)), thread);
  }

  /** Ends the thread. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
