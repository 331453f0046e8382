package org.normscape.probe.curvature;

import java.util.List;
import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.MoreBatches;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** Curvature matrices written out, by their columns. */
public final class Matrices {

  private Matrices() {}

  /**
   * A situation at a point in which all data are these batches, of which fresh ones begin with that
   * of the step's number, and nothing is known.
   */
  public record At(Point<Array> point, List<Parameters<Array>> batches, int step)
      implements Situation {

    public At(Point<Array> point, Parameters<Array> batch) {
      this(point, List.of(batch), 0);
    }

    @Override
    public Parameters<Array> batch() {
      return batches.get(0);
    }

    @Override
    public long seed() {
      return 0;
    }

    @Override
    public double learningRate() {
      return 1;
    }

    @Override
    public Found found(Need need) {
      throw new IllegalStateException("Nothing was looked for.");
    }

    @Override
    public Parameters<Array> memory() {
      return Parameters.none();
    }

    @Override
    public Point<Array> update() {
      return point;
    }

    @Override
    public MoreBatches more() {
      return new MoreBatches() {
        @Override
        public void withFresh(int step, int number, Consumer<Parameters<Array>> use) {
          use.accept(batches.get((step + number) % batches.size()));
        }

        @Override
        public void withEvery(Consumer<Parameters<Array>> use) {
          batches.forEach(use);
        }
      };
    }
  }

  /** The rows of a matrix at a situation. */
  public static double[][] dense(
      Backend backend, Objective objective, Curvature of, Situation situation) {
    Site site = Site.of(backend, Numerics.PRECISE, objective);
    try (CurvatureProducts products = new CurvatureProducts(of, site);
        LinearOperator operator = products.at(situation)) {
      return dense(operator, products.space());
    }
  }

  private static double[][] dense(LinearOperator operator, VectorSpace space) {
    int n = space.dimension();
    double[][] rows = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      try (Owner owner = new Owner()) {
        double[] column = space.toDoubles(owner.own(operator.apply(owner.own(space.array(unit)))));
        for (int i = 0; i < n; i++) {
          rows[i][j] = column[i];
        }
      }
    }
    return rows;
  }
}
