package org.normscape.train;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.nn.Statistics;
import org.normscape.objective.Finder;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The loss and the metrics of a network as it would be used: with running statistics. */
public final class Evaluator implements AutoCloseable {

  private static final Need LOSS = Need.loss(Statistics.RUNNING, Penalty.EXCLUDED);

  private final Finder finder;

  /**
   * Compiles the evaluation of an objective.
   *
   * @param objective what is evaluated, on batches of its own size
   */
  public Evaluator(Backend backend, Numerics numerics, Objective objective) {
    this.finder = Needs.of(Variants.of(objective), List.of(LOSS)).compile(backend, numerics);
  }

  /**
   * {@code loss} and the objective's metrics on one batch.
   *
   * @param point where the network is; it stays as it is
   * @param batch the batch, by the objective's paths
   */
  public Parameters<Double> evaluate(Point<Array> point, Parameters<Array> batch) {
    try (Owner owner = new Owner()) {
      Found found = finder.find(point, batch, owner).of(LOSS);
      return Parameters.of("loss", found.loss()).and(found.metrics());
    }
  }

  @Override
  public void close() {
    finder.close();
  }
}
