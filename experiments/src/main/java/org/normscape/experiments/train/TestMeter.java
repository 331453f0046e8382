package org.normscape.experiments.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.run.RunLog.Recorder;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/** Evaluates on test examples at the steps that a specification names, and records it. */
final class TestMeter implements AutoCloseable {

  private final ExperimentSpec spec;
  private final CellObjective objective;
  private final Backend backend;
  private final Batches examples;
  private final Evaluator evaluator;

  /**
   * Compiles the evaluation.
   *
   * @param examples the test examples, in batches of the size that the objective takes
   */
  TestMeter(ExperimentSpec spec, CellObjective objective, Backend backend, Batches examples) {
    this.spec = spec;
    this.objective = objective;
    this.backend = backend;
    this.examples = examples;
    this.evaluator = new Evaluator(backend, spec.numerics(), objective.bare());
  }

  /** Whether the network is tested after this many updates. */
  boolean measures(int updates) {
    return updates % spec.evaluation().every() == 0 || updates == spec.steps();
  }

  /** Records means over as many whole batches as the specification's examples fill; the loss. */
  double measure(int updates, Point<Array> point, Recorder recorder) {
    int size = examples.size();
    int batches = Math.max(1, Math.min(spec.evaluation().examples() / size, examples.perEpoch()));
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < batches; i++) {
      Parameters<Array> batch = objective.upload(examples.range(i * size, (i + 1) * size), backend);
      try {
        evaluator
            .evaluate(point, batch)
            .byPath()
            .forEach((metric, value) -> sums.merge(metric, value, Double::sum));
      } finally {
        batch.values().forEach(Array::close);
      }
    }
    sums.forEach((metric, sum) -> recorder.record(updates, "test_" + metric, sum / batches));
    return sums.getOrDefault("loss", Double.NaN) / batches;
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
