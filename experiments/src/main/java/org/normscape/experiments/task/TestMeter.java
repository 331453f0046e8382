package org.normscape.experiments.task;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.run.record.TaskLog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.TrainingQuantities;
import org.normscape.train.Evaluator;

/** Evaluates on test examples at the steps that a cell names, and records it. */
final class TestMeter implements AutoCloseable {

  private final Backend backend;
  private final Variants objectives;
  private final Dataset data;
  private final Evaluator evaluator;
  private final int size;
  private final int batches;

  /**
   * Compiles the evaluation, in batches of the size of training where there are so many examples.
   */
  TestMeter(CellSpec cell, Numerics numerics, Backend backend, Dataset data) {
    this.backend = backend;
    this.data = data;
    int examples =
        Math.min(cell.evaluation().examples().orElse(Integer.MAX_VALUE), data.test().size());
    this.size = Math.min(cell.data().batch(), examples);
    this.batches = examples / size;
    this.objectives = Objectives.of(cell, numerics, data, size);
    this.evaluator = new Evaluator(backend, numerics, objectives.bare());
  }

  /** Records means over as many whole batches as there are examples for; the loss. */
  double measure(int updates, Point<Array> point, TaskLog log) {
    Batches examples = Batches.testing(data, size, 0);
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < batches; i++) {
      try (Owner owner = new Owner()) {
        Parameters<Array> batch =
            owner.own(
                examples
                    .range(i * size, (i + 1) * size)
                    .upload(backend, objectives.bare().arguments(Statistics.RUNNING)));
        evaluator
            .evaluate(point, batch)
            .byPath()
            .forEach((metric, value) -> sums.merge(metric, value, Double::sum));
      }
    }
    sums.forEach(
        (metric, sum) -> log.record(updates, TrainingQuantities.ofTest(metric), sum / batches));
    return sums.getOrDefault("loss", Double.NaN) / batches;
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
