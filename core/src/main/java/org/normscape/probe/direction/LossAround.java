package org.normscape.probe.direction;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.grad.Gradients;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.linalg.RangedProgram;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/**
 * The loss at {@code θ + Σ tᵢ dᵢ}, compiled for a number of directions: one forward pass, or one
 * forward and one backward pass, for each place. Scalars come back to the host; parameters neither
 * move nor change.
 */
public final class LossAround implements AutoCloseable {

  private static final String DIRECTION = "direction";
  private static final String COEFFICIENT = "coefficient";
  private static final String GRADIENT = "gradient";
  private static final String METRICS = "metrics";
  private static final String LOSS = "loss";

  private final Backend backend;
  private final ProbedLoss loss;
  private final Objective objective;
  private final Passes passes;
  private final int directions;
  private final TensorType scalar;
  private final RangedProgram program;

  /**
   * Compiles it.
   *
   * @param directions how many directions
   * @param passes what is run at each place
   */
  public LossAround(Site site, ProbedLoss loss, int directions, Passes passes) {
    this.backend = site.backend();
    this.loss = loss;
    this.objective = loss.objective(site);
    this.passes = passes;
    this.directions = directions;
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    this.program = new RangedProgram(backend, site.numerics(), this::written);
  }

  private NamedProgram written(Range range) {
    Parameters<TensorType> arguments =
        new Arguments<>(objective.types(), objective.arguments(loss.statistics())).named();
    Parameters<TensorType> moving = loss.moving(objective, objective.types().parameters());
    for (int i = 0; i < directions; i++) {
      arguments = arguments.and(moving.within(DIRECTION + i)).and(COEFFICIENT + i, scalar);
    }
    return NamedProgram.trace(arguments, at -> write(at, range));
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments, Range range) {
    Arguments<Tensor> at = Arguments.of(arguments);
    Parameters<Tensor> moved = loss.moving(objective, at.point().parameters());
    for (int i = 0; i < directions; i++) {
      Tensor t = arguments.get(COEFFICIENT + i);
      moved = moved.zip(arguments.under(DIRECTION + i), (x, d) -> x.plus(d.scaledBy(t)));
    }
    Point<Tensor> there =
        new Point<>(at.point().parameters().replacedBy(moved), at.point().state());
    Evaluation found = objective.evaluate(there, at.batch(), loss.statistics());
    Parameters<Tensor> forward =
        Parameters.of(LOSS, found.loss()).and(found.metrics().within(METRICS));
    return passes == Passes.FORWARD
        ? forward
        : forward.and(
            RangedProgram.square(range, GRADIENT, Gradients.of(found.loss(), moved.values())));
  }

  /**
   * The loss around the point of a situation, on its batch, with its noise.
   *
   * @param rays as many as there are directions
   */
  public Places around(Situation situation, List<Ray> rays) {
    return around(situation.point(), situation.batch(), rays);
  }

  /** As {@link #around(Situation, List)}, around any point and on any batch. */
  public Places around(Point<Array> point, Parameters<Array> batch, List<Ray> rays) {
    Parameters<Array> fixed = point.with(batch);
    for (int i = 0; i < directions; i++) {
      fixed = fixed.and(rays.get(i).vector().within(DIRECTION + i));
    }
    Parameters<Array> arguments = fixed;
    return multiples -> at(arguments, rays, multiples);
  }

  private Place at(Parameters<Array> fixed, List<Ray> rays, double... multiples) {
    try (Owner owner = new Owner()) {
      Parameters<Array> coefficients =
          new Parameters<>(
              IntStream.range(0, directions)
                  .boxed()
                  .collect(
                      Collectors.toMap(
                          i -> COEFFICIENT + i,
                          i -> backend.array(scalar, multiples[i] * rays.get(i).factor()))));
      Parameters<Double> found = program.run(fixed.and(owner.own(coefficients)));
      return new Place(
          found.get(LOSS),
          found.under(METRICS),
          passes == Passes.FORWARD ? Double.NaN : RangedProgram.norm(found, GRADIENT));
    }
  }

  /** The loss at any place around one point. */
  @FunctionalInterface
  public interface Places {

    /** The loss at {@code θ + Σ tᵢ dᵢ}. */
    Place at(double... multiples);
  }

  /**
   * What was found at one place.
   *
   * @param loss the loss
   * @param metrics further numbers by name
   * @param gradientNorm the norm of the gradient in the parameters that move; NaN where only the
   *     forward pass is run
   */
  public record Place(double loss, Parameters<Double> metrics, double gradientNorm) {

    /** The share of right classifications; NaN where the objective has none. */
    public double accuracy() {
      return metrics.find("accuracy").orElse(Double.NaN);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
