package org.normscape.experiments.train;

import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.run.RunLog.Recorder;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.ProbeSpec;
import org.normscape.objective.Objective;
import org.normscape.optim.Schedule;
import org.normscape.params.Parameters;

/** One network of an experiment on one backend: it takes steps, and is tested and probed. */
final class CellNetwork implements AutoCloseable {

  private final Backend backend;
  private final CellObjective objective;
  private final Schedule schedule;
  private final Training training;
  private final TestMeter test;
  private final Optional<LandscapeMeter> landscape;

  CellNetwork(ExperimentSpec spec, CellSpec cell, long seed, Backend backend, Dataset data) {
    this.backend = backend;
    this.objective = CellObjective.of(spec, cell, data);
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
    this.test =
        new TestMeter(spec, objective, backend, Batches.testing(data, spec.data().batch(), seed));
  }

  /** Where the network is. */
  Training training() {
    return training;
  }

  /** Takes a step, unless the loss before it is not finite; that loss. */
  double step(
      int number, Batch batch, Recorder recorder, Divergence divergence, StepObserver observer) {
    Parameters<Array> uploaded = objective.upload(batch, backend);
    try {
      return step(number, uploaded, recorder, divergence, observer);
    } finally {
      uploaded.values().forEach(Array::close);
    }
  }

  private double step(
      int number,
      Parameters<Array> batch,
      Recorder recorder,
      Divergence divergence,
      StepObserver observer) {
    double learningRate = schedule.at(number);
    Step step = training.step(batch);
    observer.found(step);
    recorder.record(number, "train_loss", step.loss());
    step.metrics()
        .byPath()
        .forEach((metric, value) -> recorder.record(number, "train_" + metric, value));
    divergence.look(number, "the loss", step.loss());
    if (!Double.isFinite(step.loss())) {
      step.close();
      return step.loss();
    }
    for (LandscapeMeter meter : landscape.filter(m -> m.measures(number)).stream().toList()) {
      double highest = meter.measure(number, training.point(), step, batch, learningRate, recorder);
      divergence.look(number, "the loss along the gradient", highest);
    }
    training.advance(step, learningRate);
    observer.moved(training);
    if (test.measures(number + 1)) {
      double loss = test.measure(number + 1, training.point(), recorder);
      divergence.look(number + 1, "the test loss", loss);
    }
    return step.loss();
  }

  @Override
  public void close() {
    test.close();
    landscape.ifPresent(LandscapeMeter::close);
    training.close();
  }
}
