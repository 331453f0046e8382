package org.normscape.experiments.train;

import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Augmentation;
import org.normscape.experiments.data.BatchQueue;
import org.normscape.experiments.data.Batches;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.Standardization;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog.Recorder;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.ProbeSpec;
import org.normscape.objective.Objective;
import org.normscape.optim.Schedule;
import org.normscape.params.Parameters;

/** One network of an experiment, for one seed: trained, tested and probed. */
final class CellRun implements AutoCloseable {

  private final ExperimentSpec spec;
  private final String name;
  private final Backend backend;
  private final CellObjective objective;
  private final Schedule schedule;
  private final Training training;
  private final TestMeter test;
  private final Optional<LandscapeMeter> landscape;
  private final BatchQueue batches;

  CellRun(ExperimentSpec spec, CellSpec cell, long seed, Backend backend, Dataset data) {
    this.spec = spec;
    this.name = cell.name() + ", seed " + seed;
    this.backend = backend;
    this.objective = CellObjective.of(spec, cell, data.classes().size());
    this.schedule = Networks.schedule(spec);
    Objective probed =
        objective.probed(
            spec.probe()
                .landscape()
                .map(ProbeSpec.Landscape::weightDecay)
                .orElse(ProbeSpec.Penalty.INCLUDED));
    this.training =
        new Training(
            backend,
            spec.numerics(),
            objective.trained(),
            probed,
            Networks.optimizer(spec.optimizer()),
            seed);
    this.landscape =
        spec.probe().landscape().map(probe -> new LandscapeMeter(probe, spec, probed, backend));
    Standardization standardization = Standardization.of(data.train());
    int size = spec.data().batch();
    this.test =
        new TestMeter(
            spec,
            objective,
            backend,
            new Batches(data.test(), standardization, Augmentation.NONE, size, seed));
    this.batches =
        new BatchQueue(
            new Batches(data.train(), standardization, spec.data().augmentation(), size, seed), 0);
  }

  /** Trains to the last step, or to the one at which the loss is no longer finite. */
  void train(Recorder recorder, Progress progress) {
    fingerprint(0, recorder);
    for (int step = 0; step < spec.steps(); step++) {
      Parameters<Array> batch = objective.upload(batches.next(), backend);
      try {
        double loss = train(step, batch, recorder);
        recorder.log().flush();
        if (!Double.isFinite(loss)) {
          progress.note(
              "%s diverged: the loss is %s at step %d, and the rest is left out"
                  .formatted(name, loss, step));
          progress.advance((long) spec.steps() - step, name);
          return;
        }
        progress.advance(1, "%s: loss %.3f".formatted(name, loss));
      } finally {
        batch.values().forEach(Array::close);
      }
    }
  }

  /** One step; the loss before it. */
  private double train(int number, Parameters<Array> batch, Recorder recorder) {
    double learningRate = schedule.at(number);
    Step step = training.step(batch);
    recorder.record(number, "train_loss", step.loss());
    step.metrics()
        .byPath()
        .forEach((metric, value) -> recorder.record(number, "train_" + metric, value));
    if (!Double.isFinite(step.loss())) {
      recorder.record(number, "diverged", 1);
      step.close();
      return step.loss();
    }
    landscape
        .filter(meter -> meter.measures(number))
        .ifPresent(
            meter -> meter.measure(number, training.point(), step, batch, learningRate, recorder));
    training.advance(step, learningRate);
    fingerprint(number + 1, recorder);
    if (test.measures(number + 1)) {
      test.measure(number + 1, training.point(), recorder);
    }
    return step.loss();
  }

  private void fingerprint(int updates, Recorder recorder) {
    recorder.fingerprint(updates, training.point(), training.memory());
  }

  @Override
  public void close() {
    batches.close();
    test.close();
    landscape.ifPresent(LandscapeMeter::close);
    training.close();
  }
}
