package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.run.checkpoint.Checkpoint;
import org.normscape.experiments.run.record.TaskLog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.weights.Transfer;
import org.normscape.objective.Need;
import org.normscape.objective.Variants;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Past;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantities;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.StepSituation;
import org.normscape.probe.TrainingQuantities;
import org.normscape.replay.HostArray;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/**
 * One cell of an experiment on one backend: everything compiled that its tasks need. It is at one
 * point at a time, that of the task that is going on.
 */
final class CompiledCell implements AutoCloseable {

  /** A probe and what it was compiled to. */
  private record Gauge(String name, Probe probe, Instrument instrument) {

    /** Where a checkpoint has what the instrument remembers. */
    String place() {
      return PROBES + "." + name;
    }
  }

  private static final String PROBES = "probes";

  private final CellSpec cell;
  private final Backend backend;
  private final Dataset data;
  private final Trainer trainer;
  private final TestMeter test;
  private final Optional<Transfer> weights;
  private final List<Gauge> gauges = new ArrayList<>();
  private TaskBatches batches;
  private long seed;

  /**
   * Compiles a cell.
   *
   * @param seed the seed of the task that it starts with
   */
  CompiledCell(CellSpec cell, Numerics numerics, Backend backend, Dataset data, long seed) {
    this.cell = cell;
    this.backend = backend;
    this.data = data;
    Variants objectives = Objectives.of(cell, numerics, data, cell.data().batch());
    this.trainer = new Trainer(backend, numerics, objectives.bare(), cell.optimizer(), seed);
    this.test = new TestMeter(cell, numerics, backend, data);
    this.weights = Objectives.weights(cell, data);
    this.batches = batches(seed);
    this.seed = seed;
    Site site = new Site(backend, numerics, objectives, cell.optimizer(), cell.steps());
    for (Map.Entry<String, Probe> probe : Quantities.toldApart(cell.probes()).entrySet()) {
      gauges.add(new Gauge(probe.getKey(), probe.getValue(), probe.getValue().prepare(site)));
    }
  }

  private TaskBatches batches(long ofTask) {
    return new TaskBatches(cell, data, backend, trainer.variants().bare(), ofTask);
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
    batches.close();
    batches = batches(newSeed);
    trainer.start(newSeed);
    weights.ifPresent(w -> Start.of(trainer).at(w.arrays()).apply(trainer, backend));
    gauges.forEach(gauge -> gauge.instrument().recall(Parameters.none()));
  }

  /** Puts the network and the instruments where the task of a seed was when this was kept. */
  void start(long newSeed, Checkpoint checkpoint) {
    start(newSeed);
    Parameters<HostArray> arrays = checkpoint.arrays();
    Start.of(arrays).apply(trainer, backend);
    for (Gauge gauge : gauges) {
      try (Owner owner = new Owner()) {
        gauge
            .instrument()
            .recall(owner.own(arrays.under(gauge.place()).map(array -> array.on(backend))));
      }
    }
  }

  /** All that the next step depends on, but for what follows from the seed. */
  Parameters<HostArray> arrays() {
    Parameters<HostArray> arrays = Start.of(trainer).named();
    for (Gauge gauge : gauges) {
      arrays = arrays.and(gauge.instrument().memory().map(HostArray::of).within(gauge.place()));
    }
    return arrays;
  }

  /** The batches from a step on, of the task that was started last. */
  BatchQueue queue(int firstStep) {
    return batches.queue(firstStep);
  }

  /** Takes a step, unless the loss before it is not finite; that loss. */
  double step(
      int number, PreparedBatch batch, TaskLog log, Divergence divergence, StepObserver observer) {
    double loss = move(number, batch, log, divergence, observer);
    if (Double.isFinite(loss) && cell.evaluation().isDue(number + 1, cell.steps())) {
      double tested = test.measure(number + 1, trainer.point(), log);
      divergence.tested(number + 1, tested);
    }
    return loss;
  }

  private double move(
      int number, PreparedBatch batch, TaskLog log, Divergence divergence, StepObserver observer) {
    List<Gauge> due = due(number, log.past());
    try (Owner owner = new Owner()) {
      Parameters<Array> uploaded = batches.upload(batch, owner);
      try (Step step = trainer.step(uploaded, needs(due))) {
        observer.found(step);
        record(number, step, log);
        divergence.trained(number, step.loss());
        if (Double.isFinite(step.loss())) {
          measure(number, due, step, uploaded, log);
          trainer.advance(step, learningRate(number));
          observer.moved(trainer);
        }
        return step.loss();
      }
    }
  }

  /** Whether a measurement after this many updates is so long that its rows are kept. */
  boolean keepsRows(int updates, Past past) {
    return due(updates, past).stream().anyMatch(gauge -> gauge.probe().keepsRows());
  }

  /** Whether there is anything to measure after the last update. */
  boolean measuresAtTheEnd(Past past) {
    return !due(cell.steps(), past).isEmpty() || isOnlyMeasured();
  }

  /** Whether it was trained elsewhere, and is not trained here. */
  private boolean isOnlyMeasured() {
    return weights.isPresent() && cell.steps() == 0;
  }

  /** Measures after the last update, on a batch that is not trained on. */
  void finish(PreparedBatch batch, TaskLog log, Divergence divergence) {
    List<Gauge> due = due(cell.steps(), log.past());
    try (Owner owner = new Owner()) {
      Parameters<Array> uploaded = batches.upload(batch, owner);
      try (Step step = trainer.step(uploaded, needs(due))) {
        divergence.trained(cell.steps(), step.loss());
        measure(cell.steps(), due, step, uploaded, log);
      }
    }
    if (isOnlyMeasured()) {
      test.measure(cell.steps(), trainer.point(), log);
    }
  }

  private static void record(int number, Step step, TaskLog log) {
    log.record(number, TrainingQuantities.TRAIN_LOSS, step.loss());
    step.metrics()
        .byPath()
        .forEach(
            (metric, value) -> log.record(number, TrainingQuantities.ofTraining(metric), value));
  }

  private void measure(
      int number, List<Gauge> due, Step step, Parameters<Array> batch, TaskLog log) {
    Situation situation =
        new StepSituation(
            trainer, step, seed, number, learningRate(number), batch, batches, log.journal());
    gauges.stream()
        .filter(gauge -> gauge.probe().remembers().isDue(number, cell.steps(), log.past()))
        .forEach(gauge -> gauge.instrument().remember(number, trainer.point()));
    for (Gauge gauge : due) {
      for (Reading reading : gauge.instrument().measure(situation).readings()) {
        log.record(number, reading);
      }
    }
  }

  /** The learning rate of a step; after the last one, that of the last. */
  private double learningRate(int number) {
    int last = Math.max(0, cell.steps() - 1);
    return cell.optimizer().learningRateAt(Math.min(number, last), cell.steps());
  }

  private List<Gauge> due(int number, Past past) {
    return gauges.stream()
        .filter(gauge -> gauge.probe().when().isDue(number, cell.steps(), past))
        .toList();
  }

  /** The metrics that schedules look at. */
  Set<String> watches() {
    return gauges.stream()
        .flatMap(gauge -> Stream.of(gauge.probe().when(), gauge.probe().remembers()))
        .flatMap(when -> when.watches().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Need> needs(List<Gauge> gauges) {
    Set<Need> needs = new LinkedHashSet<>();
    gauges.forEach(gauge -> needs.addAll(gauge.probe().needs()));
    return needs;
  }

  @Override
  public void close() {
    batches.close();
    gauges.forEach(gauge -> gauge.instrument().close());
    test.close();
    trainer.close();
  }
}
