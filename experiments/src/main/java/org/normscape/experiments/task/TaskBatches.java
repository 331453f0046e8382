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
import org.normscape.train.StepNoise;

/** The training examples of one task, batch by batch: those of its steps, and others for probes. */
final class TaskBatches implements MoreBatches, AutoCloseable {

  /** Fresh batches are those of steps far behind the last one, apart for each measured step. */
  private static final int FIRST_FRESH = 1 << 30;

  /** How many fresh batches a measurement may take. */
  private static final int FRESH_PER_STEP = 1 << 10;

  private final Backend backend;
  private final Objective objective;
  private final Batches batches;
  private final long seed;
  private final StepNoise noise;

  TaskBatches(CellSpec cell, Dataset data, Backend backend, Objective objective, long seed) {
    this.backend = backend;
    this.objective = objective;
    this.seed = seed;
    this.noise = StepNoise.of(objective, backend, seed);
    this.batches = Batches.training(data, cell.data().augmentation(), cell.data().batch(), seed);
  }

  /** The batches of the steps from one on. */
  BatchQueue queue(int firstStep) {
    return new BatchQueue(batches, firstStep);
  }

  /** Copies the batch of a step to the device, with what layers draw at it; the owner closes it. */
  Parameters<Array> upload(PreparedBatch batch, Owner owner) {
    return upload(batch.batch(), noise.at(batch.step()), owner);
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
      use.accept(upload(batch, objective.drawNoise(backend, seed, number), owner));
    }
  }

  private Parameters<Array> upload(Batch batch, Parameters<Array> drawn, Owner owner) {
    Parameters<Array> owned = owner.own(drawn);
    return owner.own(batch.upload(backend, objective.batch())).and(owned);
  }

  @Override
  public void close() {
    noise.close();
  }
}
