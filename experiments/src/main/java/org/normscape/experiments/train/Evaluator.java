package org.normscape.experiments.train;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Tensor;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/** The loss and the metrics of a network as it would be used: with running statistics. */
public final class Evaluator implements AutoCloseable {

  private final NamedExecutable executable;

  /** Compiles the evaluation of an objective on batches of its size. */
  public Evaluator(Backend backend, Numerics numerics, Objective objective) {
    this.executable =
        NamedProgram.trace(
                objective.types().with(objective.batch()),
                arguments -> {
                  Point<Tensor> point =
                      new Point<>(arguments.under("parameters"), arguments.under("state"));
                  Evaluation evaluation =
                      objective.evaluate(point, arguments.under("batch"), Statistics.RUNNING);
                  return Parameters.of("loss", evaluation.loss()).and(evaluation.metrics());
                })
            .compile(backend, numerics);
  }

  /** {@code loss} and the objective's metrics on one batch. */
  public Parameters<Double> evaluate(Point<Array> point, Parameters<Array> batch) {
    Parameters<Array> results = executable.run(point.with(batch));
    try {
      return results.map(Array::toScalar);
    } finally {
      results.values().forEach(Array::close);
    }
  }

  @Override
  public void close() {
    executable.close();
  }
}
