package org.normscape.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.component.Components;
import org.normscape.nn.Statistics;
import org.normscape.objective.Finder;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * Running statistics computed anew at a point, from batches of their own (Wu and Johnson,
 * "Rethinking 'batch' in BatchNorm", 2021, section 3): training leaves averages over points that
 * the network has left behind. Each batch is seen by its own statistics, in all layers.
 *
 * <p>The objective is that of the network, with normalizations that forget at once: with a decay of
 * 0 they remember after a batch what this batch says.
 *
 * <pre>{@code
 * Objective forgetting = objective(new BatchNorm(-1, 1e-5, 0, RunningVariance.BIASED, Affine.WITH));
 * try (PreciseStatistics statistics =
 *     new PreciseStatistics(backend, numerics, forgetting, Pooling.POOLED)) {
 *   Point<Array> precise = statistics.at(trainer.point(), 200, batches, owner);
 * }
 * }</pre>
 */
public final class PreciseStatistics implements AutoCloseable {

  private static final Need STATE =
      new Need(Statistics.BATCH, Penalty.EXCLUDED, Set.of(Part.STATE));

  /** How much of what was there may be left, in parts of a batch's own statistics. */
  private static final double LEFT = 1e-3;

  private final Backend backend;
  private final Objective objective;
  private final Pooling pooling;
  private final Finder finder;

  /**
   * Compiles what finds the statistics of a batch.
   *
   * @param forgetting the objective, with normalizations that forget at once
   * @param pooling how the statistics of several batches become one
   */
  public PreciseStatistics(
      Backend backend, Numerics numerics, Objective forgetting, Pooling pooling) {
    this.backend = backend;
    this.objective = forgetting;
    this.pooling = pooling;
    this.finder = Needs.of(Variants.of(forgetting), List.of(STATE)).compile(backend, numerics);
  }

  /**
   * A point with the same parameters and new state.
   *
   * @param point where; it stays as it is, and its parameters are those of the result
   * @param count how many batches, at least 1
   * @param batches the batches, counted from 0, with noise where layers draw some
   * @param owner whom the new state belongs to
   * @throws IllegalArgumentException when the objective's normalizations do not forget
   */
  public Point<Array> at(Point<Array> point, int count, Batches batches, Owner owner) {
    Components.count(PreciseStatistics.class, "count", count);
    List<Parameters<double[]>> found = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      try (Owner own = new Owner()) {
        Parameters<Array> batch = batches.at(number, own);
        found.add(statistics(point, batch));
        if (number == 0) {
          checkForgets(found.get(0), statistics(moved(point, own), batch));
        }
      }
    }
    return new Point<>(point.parameters(), owner.own(arrays(pooling.of(found))));
  }

  private Parameters<double[]> statistics(Point<Array> point, Parameters<Array> batch) {
    try (Owner found = new Owner()) {
      return finder.find(point, batch, found).of(STATE).state().map(Array::toDoubles);
    }
  }

  /** The point with 1 added to all that is remembered. */
  private Point<Array> moved(Point<Array> point, Owner owner) {
    Parameters<double[]> state =
        point
            .state()
            .map(
                array -> {
                  double[] values = array.toDoubles();
                  for (int i = 0; i < values.length; i++) {
                    values[i]++;
                  }
                  return values;
                });
    return new Point<>(point.parameters(), owner.own(arrays(state)));
  }

  private Parameters<Array> arrays(Parameters<double[]> state) {
    return state.zip(objective.types().state(), (values, type) -> backend.array(type, values));
  }

  private static void checkForgets(Parameters<double[]> first, Parameters<double[]> second) {
    for (String path : first.paths()) {
      double[] one = first.get(path);
      double[] other = second.get(path);
      for (int i = 0; i < one.length; i++) {
        if (Math.abs(one[i] - other[i]) > LEFT * Math.max(1, Math.abs(one[i]))) {
          throw new IllegalArgumentException(
              "PreciseStatistics: normalizations must forget at once, but \"%s\" depends on what it was. To fix: give the objective with normalizations of decay 0."
                  .formatted(path));
        }
      }
    }
  }

  @Override
  public void close() {
    finder.close();
  }
}
