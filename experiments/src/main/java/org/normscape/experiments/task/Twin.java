package org.normscape.experiments.task;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.run.record.TaskLog;

/** The same network on another backend, which does each step again from where the first one is. */
final class Twin implements AutoCloseable {

  private final Replica replica;
  private final CompiledCell cell;
  private @Nullable TaskLog log;
  private @Nullable Divergence divergence;

  Twin(Replica replica, CompiledCell cell) {
    this.replica = replica;
    this.cell = cell;
  }

  /**
   * Begins the task of a seed.
   *
   * @param leader the log of the first network, whose values decide when both are measured
   */
  void start(long seed, TaskLog leader) {
    String name = cell.spec().name();
    TaskLog opened = replica.log().task(name, seed);
    opened.follow(leader);
    log = opened;
    divergence = new Divergence(name, cell.spec().stopping(), opened, new NoProgress());
    cell.start(seed);
  }

  /** Does a step again, and records what it measured and how far it is from what was expected. */
  void again(int number, Start start, PreparedBatch batch, StepValues expected) {
    TaskLog records = Objects.requireNonNull(log);
    start.apply(cell.trainer(), replica.backend());
    StepValues values = new StepValues();
    cell.step(number, batch, records, Objects.requireNonNull(divergence), values);
    new StepDifferences(start, expected, values)
        .forEach((quantity, size) -> records.record(number, quantity, size, Map.of()));
    records.flush();
  }

  /** Measures after the last update, where the first network is then. */
  void finish(Start start, PreparedBatch batch) {
    TaskLog records = Objects.requireNonNull(log);
    start.apply(cell.trainer(), replica.backend());
    cell.finish(batch, records, Objects.requireNonNull(divergence));
    records.flush();
  }

  @Override
  public void close() {
    cell.close();
  }
}
