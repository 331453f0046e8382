package org.normscape.probe.landscape;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * The probe of Santurkar, Tsipras, Ilyas and Madry (NeurIPS 2018), section 3.1 and appendix A.2.2,
 * compiled for one objective: the loss and its gradient at {@code θ − εg} for several step lengths
 * ε, on the batch on which {@code g = ∇L(θ)} was taken.
 *
 * <p>Each step length costs one forward and one backward pass. Scalars come back to the host;
 * parameters neither move nor change. Several circulating quantities share the name of this probe:
 * this one follows the gradient from one point, and does not compare separately trained networks
 * nor consecutive batches.
 */
public final class GradientLineProbe implements AutoCloseable {

  private final Backend backend;
  private final Numerics numerics;
  private final Objective objective;
  private final Statistics statistics;
  private final TensorType scalar;
  private final List<String> directions;
  private final NamedExecutable norm;
  private final NamedExecutable line;
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
    Parameters<TensorType> g = restricted(objective.types().parameters());
    this.norm = normProgram(g).compile(backend, numerics);
    this.line = lineProgram(objective, g).compile(backend, numerics);
  }

  /**
   * Measures along the gradient, which costs one more pass to find.
   *
   * @param point {@code θ} and the state of the normalizations
   * @param batch the batch, by the objective's paths
   * @param stepLengths ε, at least one, none of them 0
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
   * @param loss {@code L(θ)} on the batch, as the step itself found it
   * @param gradient {@code ∇L(θ)} on the batch, by path; only the parameters in {@code g} are used
   * @param batch the batch on which both were taken, by the objective's paths
   * @param stepLengths ε, at least one, none of them 0
   */
  public GradientLine measure(
      Point<Array> point,
      double loss,
      Parameters<Array> gradient,
      Parameters<Array> batch,
      List<Double> stepLengths) {
    if (stepLengths.isEmpty() || stepLengths.contains(0.0)) {
      throw new IllegalArgumentException(
          "GradientLineProbe: step lengths must not be 0 and there must be one, but they are %s. To fix: leave 0 out, L(θ) is measured anyway."
              .formatted(stepLengths));
    }
    Parameters<Array> g = restricted(gradient);
    double normAtCentre = Math.sqrt(scalars(norm.run(g)).get("square"));
    Parameters<Array> fixed = point.with(batch).and(g.within("gradient"));
    List<LinePoint> points =
        stepLengths.stream().map(epsilon -> along(fixed, epsilon, normAtCentre)).toList();
    return new GradientLine(loss, normAtCentre, points, statistics, directions);
  }

  private LinePoint along(Parameters<Array> fixed, double stepLength, double normAtCentre) {
    try (Array epsilon = backend.array(scalar, stepLength)) {
      Parameters<Double> measured = scalars(line.run(fixed.and("epsilon", epsilon)));
      return LinePoint.of(
          stepLength,
          measured.get("loss"),
          Math.sqrt(measured.get("difference-square")),
          Math.sqrt(measured.get("square")),
          measured.get("inner-product"),
          normAtCentre);
    }
  }

  private static Parameters<Double> scalars(Parameters<Array> results) {
    try {
      return results.map(Array::toScalar);
    } finally {
      results.values().forEach(Array::close);
    }
  }

  /** {@code g ↦ ‖g‖²}. */
  private static NamedProgram normProgram(Parameters<TensorType> types) {
    return NamedProgram.trace(
        types, g -> Parameters.of("square", Products.dot(g.values(), g.values())));
  }

  /** {@code (θ, state, g, batch, ε) ↦ L, ‖h − g‖², ‖h‖², ⟨h, g⟩} with {@code h = ∇L(θ − εg)}. */
  private NamedProgram lineProgram(Objective objective, Parameters<TensorType> g) {
    Parameters<TensorType> arguments =
        objective.types().with(objective.batch()).and(g.within("gradient")).and("epsilon", scalar);
    return NamedProgram.trace(arguments, tensors -> line(objective, tensors));
  }

  private Parameters<Tensor> line(Objective objective, Parameters<Tensor> arguments) {
    Parameters<Tensor> parameters = arguments.under("parameters");
    Parameters<Tensor> g = arguments.under("gradient");
    Tensor epsilon = arguments.get("epsilon");
    Parameters<Tensor> moved =
        restricted(parameters).zip(g, (x, d) -> x.minus(d.scaledBy(epsilon)));
    Evaluation there =
        objective.evaluate(
            new Point<>(parameters.replacedBy(moved), arguments.under("state")),
            arguments.under("batch"),
            statistics);
    List<Tensor> h = Gradients.of(there.loss(), moved.values());
    List<Tensor> difference = Parameters.like(g, h).zip(g, Tensor::minus).values();
    return Parameters.of("loss", there.loss())
        .and("difference-square", Products.dot(difference, difference))
        .and("square", Products.dot(h, h))
        .and("inner-product", Products.dot(h, g.values()));
  }

  private <T> Parameters<T> restricted(Parameters<T> all) {
    Set<String> kept = Set.copyOf(directions);
    return all.where((path, value) -> kept.contains(path));
  }

  @Override
  public synchronized void close() {
    norm.close();
    line.close();
    if (centre != null) {
      centre.close();
    }
  }
}
