package org.normscape.experiments.train;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog.Recorder;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** One network of an experiment, for one seed, on its way from the first step to the last. */
final class CellRun implements AutoCloseable {

  private final ExperimentSpec spec;
  private final String name;
  private final CellNetwork network;
  private final List<Twin> twins;
  private final BatchQueue batches;

  /**
   * Compiles the network.
   *
   * @param replicas where each of its steps is done again
   */
  CellRun(
      ExperimentSpec spec,
      CellSpec cell,
      long seed,
      Backend backend,
      Dataset data,
      List<Replica> replicas) {
    this.spec = spec;
    this.name = cell.name() + ", seed " + seed;
    this.network = new CellNetwork(spec, cell, seed, backend, data);
    this.twins = replicas.stream().map(r -> new Twin(r, spec, cell, seed, data)).toList();
    this.batches =
        new BatchQueue(
            Batches.training(
                data, spec.data().augmentation().augmentation(), spec.data().batch(), seed),
            0);
  }

  /** Trains to the last step, or to the one at which the loss is no longer finite. */
  void train(Recorder recorder, Progress progress) {
    fingerprint(0, recorder);
    Divergence divergence = new Divergence(name, recorder, progress);
    for (int step = 0; step < spec.steps(); step++) {
      double loss = step(step, batches.next().batch(), recorder, divergence);
      recorder.log().flush();
      if (!Double.isFinite(loss)) {
        progress.note("%s: the steps after step %d are left out".formatted(name, step));
        progress.advance((long) spec.steps() - step, name);
        return;
      }
      fingerprint(step + 1, recorder);
      progress.advance(1, "%s: loss %.3f".formatted(name, loss));
    }
  }

  private double step(int number, Batch batch, Recorder recorder, Divergence divergence) {
    if (twins.isEmpty()) {
      return network.step(number, batch, recorder, divergence, StepObserver.NONE);
    }
    Start start = Start.of(network.training());
    StepValues values = new StepValues();
    double loss = network.step(number, batch, recorder, divergence, values);
    twins.forEach(twin -> twin.again(number, start, batch, values));
    return loss;
  }

  private void fingerprint(int updates, Recorder recorder) {
    recorder.fingerprint(updates, network.training().point(), network.training().memory());
  }

  @Override
  public void close() {
    batches.close();
    twins.forEach(Twin::close);
    network.close();
  }
}
