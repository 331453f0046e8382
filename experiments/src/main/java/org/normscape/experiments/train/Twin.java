package org.normscape.experiments.train;

import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.run.NoProgress;
import org.normscape.experiments.run.RunLog.Recorder;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** The same network on another backend, which does each step again from where the first one is. */
final class Twin implements AutoCloseable {

  private final Replica replica;
  private final Recorder recorder;
  private final Divergence divergence;
  private final CellNetwork network;

  Twin(Replica replica, ExperimentSpec spec, CellSpec cell, long seed, Dataset data) {
    this.replica = replica;
    this.recorder = replica.log().recorder(cell.name(), seed);
    this.divergence = new Divergence(cell.name(), recorder, new NoProgress());
    this.network = new CellNetwork(spec, cell, seed, replica.backend(), data);
  }

  /** Does a step again, and records what it measured and how far it is from what was expected. */
  void again(int number, Start start, Batch batch, StepValues expected) {
    start.apply(network.training(), replica.backend());
    StepValues values = new StepValues();
    network.step(number, batch, recorder, divergence, values);
    new StepDifferences(start, expected, values)
        .forEach((quantity, size) -> recorder.record(number, quantity, size));
    replica.log().flush();
  }

  @Override
  public void close() {
    network.close();
  }
}
