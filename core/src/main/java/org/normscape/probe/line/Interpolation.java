package org.normscape.probe.line;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
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

  private static final String OTHER = "other";
  private static final String ALPHA = "alpha";

  private final Backend backend;
  private final Objective objective;
  private final Statistics statistics;
  private final TensorType scalar;
  private final NamedExecutable program;

  /**
   * Compiles it.
   *
   * @param objective what is measured
   * @param statistics which statistics normalizations use
   */
  public Interpolation(
      Backend backend, Numerics numerics, Objective objective, Statistics statistics) {
    this.backend = backend;
    this.objective = objective;
    this.statistics = statistics;
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    Parameters<TensorType> arguments =
        new Arguments<>(objective.types(), objective.arguments(statistics))
            .named()
            .and(ends(objective.types()).within(OTHER))
            .and(ALPHA, scalar);
    this.program = NamedProgram.trace(arguments, this::write).compile(backend, numerics);
  }

  private static <T> Parameters<T> ends(Point<T> point) {
    return point.with(Parameters.none());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Arguments<Tensor> one = Arguments.of(arguments);
    Arguments<Tensor> other = Arguments.of(arguments.under(OTHER));
    Tensor alpha = arguments.get(ALPHA);
    Point<Tensor> between =
        new Point<>(
            mixed(one.point().parameters(), other.point().parameters(), alpha),
            mixed(one.point().state(), other.point().state(), alpha));
    Evaluation found = objective.evaluate(between, one.batch(), statistics);
    return Parameters.of("loss", found.loss()).and(found.metrics().within("metrics"));
  }

  private static Parameters<Tensor> mixed(
      Parameters<Tensor> one, Parameters<Tensor> other, Tensor alpha) {
    Tensor rest = alpha.filled(1).minus(alpha);
    return one.zip(other, (x, y) -> x.scaledBy(rest).plus(y.scaledBy(alpha)));
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
    Parameters<Array> fixed = one.with(batch).and(ends(other).within(OTHER));
    return new Path(
        at(fixed, 0), places.stream().map(alpha -> at(fixed, alpha)).toList(), at(fixed, 1));
  }

  private Path.Place at(Parameters<Array> fixed, double alpha) {
    try (Owner owner = new Owner()) {
      Array array = owner.own(backend.array(scalar, alpha));
      Parameters<Double> found = program.run(fixed.and(ALPHA, array), owner).map(Array::toScalar);
      return new Path.Place(alpha, found.get("loss"), found.under("metrics"));
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
