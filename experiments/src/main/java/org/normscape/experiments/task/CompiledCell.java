package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.Batch;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.run.TaskLog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.objective.Need;
import org.normscape.params.Bundle;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.TrainingQuantities;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/**
 * One cell of an experiment on one backend: everything compiled that its tasks need. It is at one
 * point at a time, that of the task that is going on.
 */
final class CompiledCell implements AutoCloseable {

  /** A probe and what it was compiled to. */
  private record Gauge(Probe probe, Instrument instrument) {}

  private final CellSpec cell;
  private final Backend backend;
  private final Dataset data;
  private final CellObjectives objectives;
  private final Trainer trainer;
  private final TestMeter test;
  private final List<Gauge> gauges = new ArrayList<>();
  private long seed;

  CompiledCell(CellSpec cell, Numerics numerics, Backend backend, Dataset data, long seed) {
    this.cell = cell;
    this.backend = backend;
    this.data = data;
    this.seed = seed;
    this.objectives = CellObjectives.of(cell, numerics, data, cell.data().batch());
    this.trainer =
        new Trainer(
            backend, numerics, objectives.bare(), objectives.trained(), cell.optimizer(), seed);
    this.test = new TestMeter(cell, numerics, backend, data);
    Site site = site(numerics);
    for (Probe probe : new TreeMap<>(cell.probes()).values()) {
      gauges.add(new Gauge(probe, probe.prepare(site)));
    }
  }

  private Site site(Numerics numerics) {
    return new Site(
        backend,
        numerics,
        objectives.bare(),
        objectives.trained(),
        cell.optimizer(),
        cell.steps(),
        seed);
  }

  /** What it is compiled from. */
  CellSpec spec() {
    return cell;
  }

  /** Where the network is, and what moves it. */
  Trainer trainer() {
    return trainer;
  }

  /** Puts the network where the task of a seed starts. */
  void start(long newSeed) {
    seed = newSeed;
    trainer.start(newSeed);
    gauges.forEach(gauge -> gauge.instrument().recall(org.normscape.params.Parameters.none()));
  }

  /** Takes a step, unless the loss before it is not finite; that loss. */
  double step(
      int number, PreparedBatch batch, TaskLog log, Divergence divergence, StepObserver observer) {
    List<Gauge> due = due(number);
    double trained;
    try (Owner owner = new Owner()) {
      Parameters<Array> uploaded = owner.own(upload(batch));
      Step step = trainer.step(uploaded, needs(due));
      trained = step.loss();
      observer.found(step);
      record(number, step, log);
      divergence.look(number, "the loss", step.loss());
      if (!Double.isFinite(step.loss())) {
        return step.loss();
      }
      measure(number, due, step, uploaded, log, divergence);
      trainer.advance(step, cell.optimizer().learningRateAt(number, cell.steps()));
      observer.moved(trainer);
    }
    if (cell.evaluation().isDue(number + 1, cell.steps())) {
      double loss = test.measure(number + 1, trainer.point(), log);
      divergence.look(number + 1, "the test loss", loss);
    }
    return trained;
  }

  /** Whether there is anything to measure after the last update. */
  boolean measuresAtTheEnd() {
    return !due(cell.steps()).isEmpty();
  }

  /** Measures after the last update, on a batch that is not trained on. */
  void finish(PreparedBatch batch, TaskLog log, Divergence divergence) {
    List<Gauge> due = due(cell.steps());
    try (Owner owner = new Owner()) {
      Parameters<Array> uploaded = owner.own(upload(batch));
      Step step = trainer.step(uploaded, needs(due));
      measure(cell.steps(), due, step, uploaded, log, divergence);
    }
  }

  private static void record(int number, Step step, TaskLog log) {
    log.record(number, TrainingQuantities.TRAIN_LOSS, step.loss());
    step.metrics()
        .byPath()
        .forEach(
            (metric, value) ->
                log.record(number, TrainingQuantities.ofTraining(metric), value));
  }

  private void measure(
      int number,
      List<Gauge> due,
      Step step,
      Parameters<Array> batch,
      TaskLog log,
      Divergence divergence) {
    for (Gauge gauge : due) {
      CellSituation situation =
          new CellSituation(number, cell, trainer, step, batch, data, seed);
      for (Reading reading : gauge.instrument().measure(situation).readings()) {
        log.record(number, reading);
        if (reading.quantity().isLoss()) {
          divergence.look(number, reading.quantity().label(), reading.value());
        }
      }
    }
  }

  private List<Gauge> due(int number) {
    return gauges.stream()
        .filter(gauge -> gauge.probe().when().isDue(number, cell.steps()))
        .toList();
  }

  private static Set<Need> needs(List<Gauge> gauges) {
    Set<Need> needs = new LinkedHashSet<>();
    gauges.forEach(gauge -> needs.addAll(gauge.probe().needs()));
    return needs;
  }

  /** The batches of the task, from the first step on, with what layers draw in each. */
  BatchQueue batches() {
    long drawn = seed;
    Parameters<NoiseSpec> noise = objectives.trained().noise();
    return new BatchQueue(
        Batches.training(data, cell.data().augmentation(), cell.data().batch(), drawn),
        0,
        step -> Noise.draw(noise, drawn, step));
  }

  private Parameters<Array> upload(PreparedPreparedBatch batch) {
    return batch.upload(backend, objectives.trained().arguments(Statistics.BATCH));
  }

  @Override
  public void close() {
    gauges.forEach(gauge -> gauge.instrument().close());
    test.close();
    trainer.close();
  }
}
