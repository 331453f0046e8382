package org.normscape.experiments.task;

import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.objective.Objective;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.MoreBatches;

/** The training examples of one task, batch by batch: those of its steps, and others for probes. */
final class TaskBatches implements MoreBatches {

  /** Fresh batches are those of steps far behind the last one, apart for each measured step. */
  private static final int FIRST_FRESH = 1 << 30;

  /** How many fresh batches a measurement may take. */
  private static final int FRESH_PER_STEP = 1 << 10;

  private final Backend backend;
  private final Objective objective;
  private final Batches batches;
  private final long seed;

  TaskBatches(CellSpec cell, Dataset data, Backend backend, Objective objective, long seed) {
    this.backend = backend;
    this.objective = objective;
    this.seed = seed;
    this.batches = Batches.training(data, cell.data().augmentation(), cell.data().batch(), seed);
  }

  /** The batches of the steps from one on. */
  BatchQueue queue(int firstStep) {
    return new BatchQueue(batches, firstStep);
  }

  /** Copies the batch of a step to the device, with what layers draw at it; the owner closes it. */
  Parameters<Array> upload(PreparedBatch batch, Owner owner) {
    return upload(batch.batch(), batch.step(), owner);
  }

  @Override
  public void withFresh(int step, int number, Consumer<Parameters<Array>> use) {
    int drawn = FIRST_FRESH + Math.floorMod(step * FRESH_PER_STEP + number, FIRST_FRESH);
    lend(drawn, batches.at(drawn), use);
  }

  @Override
  public void withEvery(Consumer<Parameters<Array>> use) {
    for (int i = 0; i < batches.perEpoch(); i++) {
      lend(i, batches.range(i * batches.size(), (i + 1) * batches.size()), use);
    }
  }

  private void lend(int number, Batch batch, Consumer<Parameters<Array>> use) {
    try (Owner owner = new Owner()) {
      use.accept(upload(batch, number, owner));
    }
  }

  private Parameters<Array> upload(Batch batch, int number, Owner owner) {
    return owner
        .own(batch.upload(backend, objective.batch()))
        .and(owner.own(objective.drawNoise(backend, seed, number)));
  }
}
