package org.normscape.probe.line;

import java.util.List;
import java.util.function.BiFunction;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
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

/**
 * The loss on the straight line between two networks, {@code (1 − α) θ₀ + α θ₁}, compiled for one
 * objective (Goodfellow et al., ICLR 2015; Frankle et al., ICML 2020).
 *
 * <pre>
 * try (Interpolation line = new Interpolation(backend, Numerics.FAST, objective, Statistics.RUNNING)) {
 *   System.out.println(line.between(one, other, batch, new Linear(0, 1, 11).places()).barrier());
 * }
 * </pre>
 *
 * <p>Under {@link Statistics#RUNNING} the running statistics are interpolated as well: between
 * networks that were trained apart they fit no network on the line, and a barrier may be theirs
 * alone. Those of the batch are taken anew at every place.
 */
public final class Interpolation implements AutoCloseable {

  private final CurvePoints curve;
  private final Need need;
  private final Finder finder;

  /**
   * Compiles it.
   *
   * @param objective what is measured
   * @param statistics which statistics normalizations use
   */
  public Interpolation(
      Backend backend, Numerics numerics, Objective objective, Statistics statistics) {
    TensorType scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    this.curve = new CurvePoints(backend, numerics, objective.types(), scalar);
    this.need = Need.loss(statistics, Penalty.EXCLUDED);
    this.finder = Needs.of(Variants.of(objective), List.of(need)).compile(backend, numerics);
  }

  /**
   * Measures from one network to another. Neither changes.
   *
   * @param one {@code θ₀}, with the state of its normalizations
   * @param other {@code θ₁}, likewise
   * @param batch on which examples, by the objective's paths
   * @param places the values of α, ascending, at least one; 0 and 1 are measured anyway
   */
  public Path between(
      Point<Array> one, Point<Array> other, Parameters<Array> batch, List<Double> places) {
    return along(List.of(one, other), batch, places);
  }

  /**
   * Measures on the Bézier curve of control points: from the first to the last, drawn towards those
   * between.
   *
   * @param controls two for a segment, three for a curve of degree 2
   * @param batch on which examples, by the objective's paths
   * @param places the values of α, ascending, at least one; 0 and 1 are measured anyway
   */
  public Path along(List<Point<Array>> controls, Parameters<Array> batch, List<Double> places) {
    return along(controls, batch, (point, owner) -> point, places);
  }

  /**
   * As {@link #along(List, Parameters, List)}, where something else than the mixture is remembered.
   *
   * @param adjusted from a mixture to the point that is measured; what it makes, it gives the owner
   */
  Path along(
      List<Point<Array>> controls,
      Parameters<Array> batch,
      BiFunction<Point<Array>, Owner, Point<Array>> adjusted,
      List<Double> places) {
    return new Path(
        at(0, controls, batch, adjusted),
        places.stream().map(alpha -> at(alpha, controls, batch, adjusted)).toList(),
        at(1, controls, batch, adjusted));
  }

  private Path.Place at(
      double alpha,
      List<Point<Array>> controls,
      Parameters<Array> batch,
      BiFunction<Point<Array>, Owner, Point<Array>> adjusted) {
    try (Owner owner = new Owner()) {
      Point<Array> there = adjusted.apply(curve.at(alpha, controls, owner), owner);
      Found found = finder.find(there, batch, owner).of(need);
      return new Path.Place(alpha, found.loss(), found.metrics());
    }
  }

  @Override
  public void close() {
    curve.close();
    finder.close();
  }
}
