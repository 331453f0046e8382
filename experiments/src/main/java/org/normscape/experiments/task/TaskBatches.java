package org.normscape.experiments.task;

import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.nn.Noise;
import org.normscape.nn.Statistics;
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

  /** The batches of the steps from one on, with what layers draw in each. */
  BatchQueue queue(int firstStep) {
    return new BatchQueue(batches, firstStep, this::noise);
  }

  private Parameters<double[]> noise(int step) {
    return Noise.draw(objective.noise(), seed, step);
  }

  /** Copies a batch to the device, and whatever layers draw on it; the owner closes it. */
  Parameters<Array> upload(PreparedBatch batch, Owner owner) {
    return owner.own(batch.upload(backend, objective.arguments(Statistics.BATCH)));
  }

  @Override
  public void withFresh(int step, int number, Consumer<Parameters<Array>> use) {
    int drawn = FIRST_FRESH + Math.floorMod(step * FRESH_PER_STEP + number, FIRST_FRESH);
    lend(new PreparedBatch(drawn, batches.at(drawn), noise(drawn)), use);
  }

  @Override
  public void withEvery(Consumer<Parameters<Array>> use) {
    for (int i = 0; i < batches.perEpoch(); i++) {
      lend(
          new PreparedBatch(
              i, batches.range(i * batches.size(), (i + 1) * batches.size()), noise(i)),
          use);
    }
  }

  private void lend(PreparedBatch batch, Consumer<Parameters<Array>> use) {
    try (Owner owner = new Owner()) {
      use.accept(upload(batch, owner));
    }
  }
}
