package org.normscape.probe.landscape;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Parameters;

/**
 * The probe of Santurkar, Tsipras, Ilyas and Madry (NeurIPS 2018), section 3.1 and appendix A.2.2,
 * compiled for one objective: the loss and its gradient at {@code θ − εg} for several step lengths
 * ε, on the batch on which {@code g = ∇L(θ)} was taken.
 *
 * <pre>
 * try (GradientLineProbe probe = new GradientLineProbe(backend, Numerics.FAST, objective)) {
 *   GradientLine line = probe.measure(point, batch, List.of(0.05, 0.1, 0.2));
 *   System.out.println(line.effectiveSmoothness());
 * }
 * </pre>
 *
 * <p>Each step length costs one forward and one backward pass. Scalars come back to the host;
 * parameters neither move nor change. Norms come out right for gradients whose squares leave the
 * range of the type, at the cost of one more run for each of them; a norm that is not finite makes
 * what is divided by it NaN. Several circulating quantities share the name of this probe: this one
 * follows the gradient from one point, and does not compare separately trained networks nor
 * consecutive batches.
 */
public final class GradientLineProbe implements AutoCloseable {

  private final Backend backend;
  private final Numerics numerics;
  private final Objective objective;
  private final Statistics statistics;
  private final TensorType scalar;
  private final List<String> directions;
  private final LinePrograms ordinary;
  private @Nullable LinePrograms whole;
  private @Nullable NamedExecutable centre;

  /** The paper's probe: every parameter is in {@code g}, running statistics stay as they are. */
  public GradientLineProbe(Backend backend, Numerics numerics, Objective objective) {
    this(backend, numerics, objective, (path, spec) -> true, Statistics.BATCH_FROZEN_RUNNING);
  }

  /**
   * Compiles the probe.
   *
   * @param objective what is measured; for weight decay to count, the one that has it
   * @param inDirection which parameters are in {@code g} and move; the others stay where they are
   * @param statistics which statistics normalizations use: {@link Statistics#BATCH_FROZEN_RUNNING}
   *     measures the function that training descends
   */
  public GradientLineProbe(
      Backend backend,
      Numerics numerics,
      Objective objective,
      BiPredicate<String, ParameterSpec> inDirection,
      Statistics statistics) {
    this.backend = backend;
    this.numerics = numerics;
    this.objective = objective;
    this.statistics = statistics;
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    this.directions = objective.parameters().where(inDirection).paths();
    if (directions.isEmpty()) {
      throw new IllegalArgumentException(
          "GradientLineProbe: at least one parameter must be in the direction, but none of %s is. To fix: choose some."
              .formatted(objective.parameters().paths()));
    }
    this.ordinary = programs(Range.ORDINARY);
  }

  private LinePrograms programs(Range range) {
    return new LinePrograms(backend, numerics, objective, directions, statistics, range);
  }

  private synchronized LinePrograms whole() {
    if (whole == null) {
      whole = programs(Range.WHOLE);
    }
    return whole;
  }

  /**
   * Measures along the gradient, which costs one more pass to find.
   *
   * @param point {@code θ} and the state of the normalizations
   * @param batch the batch, by the objective's paths
   * @param stepLengths ε, at least one, none of them 0 once rounded to the objective's type
   */
  public GradientLine measure(
      Point<Array> point, Parameters<Array> batch, List<Double> stepLengths) {
    Parameters<Array> results = centre().run(point.with(batch));
    try {
      double loss = results.get("loss").toScalar();
      return measure(point, loss, results.under("gradient"), batch, stepLengths);
    } finally {
      results.values().forEach(Array::close);
    }
  }

  private synchronized NamedExecutable centre() {
    if (centre == null) {
      centre = objective.lossAndGradient(statistics).compile(backend, numerics);
    }
    return centre;
  }

  /**
   * Measures along a gradient that is known already: one forward and one backward pass for each
   * step length.
   *
   * @param point {@code θ} and the state of the normalizations
   * @param loss {@code L(θ)} on the batch, as the step itself found it, under the statistics of
   *     this probe
   * @param gradient {@code ∇L(θ)} on the batch, likewise, by path; only the parameters in {@code g}
   *     are used. What training found under the statistics of the batch is no gradient under the
   *     running ones: then let the other {@code measure} find it
   * @param batch the batch on which both were taken, by the objective's paths
   * @param stepLengths ε, at least one, none of them 0 once rounded to the objective's type
   */
  public GradientLine measure(
      Point<Array> point,
      double loss,
      Parameters<Array> gradient,
      Parameters<Array> batch,
      List<Double> stepLengths) {
    check(stepLengths);
    Parameters<Array> g = LinePrograms.restricted(directions, gradient);
    double normAtCentre = norm(g);
    Parameters<Array> fixed = point.with(batch).and(g.within("gradient"));
    List<LinePoint> points =
        stepLengths.stream().map(epsilon -> along(fixed, epsilon, normAtCentre)).toList();
    return new GradientLine(loss, normAtCentre, points, statistics, directions);
  }

  /**
   * Whether a step of this length is one: finite and not 0 once rounded to the objective's type.
   */
  public boolean accepts(double stepLength) {
    return Range.isLength(objective.dtype(), stepLength);
  }

  private void check(List<Double> stepLengths) {
    DType dtype = objective.dtype();
    if (stepLengths.isEmpty()
        || stepLengths.stream().anyMatch(length -> Range.rounded(dtype, length) == 0)) {
      throw new IllegalArgumentException(
          "GradientLineProbe: step lengths must not be 0 in %s and there must be one, but they are %s. To fix: leave 0 out, L(θ) is measured anyway, and take none below %s."
              .formatted(
                  dtype,
                  stepLengths,
                  dtype == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL));
    }
  }

  private double norm(Parameters<Array> g) {
    Parameters<Double> measured = ordinary.norm(g);
    return isOrdinary(measured.get(LinePrograms.SQUARE))
        ? LinePrograms.normAtCentre(measured)
        : LinePrograms.normAtCentre(whole().norm(g));
  }

  private LinePoint along(Parameters<Array> fixed, double stepLength, double normAtCentre) {
    try (Array epsilon = backend.array(scalar, stepLength)) {
      Parameters<Array> arguments = fixed.and("epsilon", epsilon);
      Parameters<Double> measured = ordinary.line(arguments);
      return isOrdinary(normAtCentre * normAtCentre)
              && isOrdinary(measured.get(LinePrograms.SQUARE))
              && isOrdinary(measured.get(LinePrograms.DIFFERENCE_SQUARE))
          ? LinePrograms.point(stepLength, measured, normAtCentre)
          : LinePrograms.point(stepLength, whole().line(arguments), normAtCentre);
    }
  }

  private boolean isOrdinary(double sumOfSquares) {
    return Range.isOrdinary(objective.dtype(), sumOfSquares);
  }

  @Override
  public synchronized void close() {
    ordinary.close();
    if (whole != null) {
      whole.close();
    }
    if (centre != null) {
      centre.close();
    }
  }
}
