package org.normscape.probe.landscape;

import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * What {@link GradientLineProbe} runs, compiled for one range of elements: {@code g ↦ ‖g‖²}, and
 * {@code (θ, state, g, batch, ε) ↦ L, ‖h − g‖², ‖h‖², ⟨h, g⟩} with {@code h = ∇L(θ − εg)}; and,
 * where elements are divided before they are multiplied, by what.
 */
final class LinePrograms implements AutoCloseable {

  static final String SQUARE = "square";
  static final String DIFFERENCE_SQUARE = "difference-square";

  private static final String INNER_PRODUCT = "inner-product";
  private static final String AT_CENTRE = "gradient";
  private static final String THERE = "there";
  private static final String DIFFERENCE = "difference";

  private final Objective objective;
  private final List<String> directions;
  private final Statistics statistics;
  private final Range range;
  private final NamedExecutable norm;
  private final NamedExecutable line;

  LinePrograms(
      Backend backend,
      Numerics numerics,
      Objective objective,
      List<String> directions,
      Statistics statistics,
      Range range) {
    this.objective = objective;
    this.directions = directions;
    this.statistics = statistics;
    this.range = range;
    Parameters<TensorType> g = restricted(directions, objective.types().parameters());
    this.norm = NamedProgram.trace(g, this::writeNorm).compile(backend, numerics);
    Parameters<TensorType> arguments =
        objective
            .types()
            .with(objective.arguments(statistics))
            .and(g.within(AT_CENTRE))
            .and("epsilon", new TensorType(objective.dtype(), Shape.SCALAR));
    this.line = NamedProgram.trace(arguments, this::writeLine).compile(backend, numerics);
  }

  /** The values at some paths. */
  static <T> Parameters<T> restricted(List<String> directions, Parameters<T> all) {
    Set<String> kept = Set.copyOf(directions);
    return all.where((path, value) -> kept.contains(path));
  }

  private Parameters<Tensor> writeNorm(Parameters<Tensor> gradient) {
    Range.Scaled g = range.scaled(gradient.values());
    return Parameters.of(SQUARE, Products.dot(g.elements(), g.elements()))
        .and(g.scale().within(AT_CENTRE));
  }

  private Parameters<Tensor> writeLine(Parameters<Tensor> arguments) {
    Parameters<Tensor> parameters = arguments.under("parameters");
    Parameters<Tensor> centre = arguments.under(AT_CENTRE);
    Tensor epsilon = arguments.get("epsilon");
    Parameters<Tensor> moved =
        restricted(directions, parameters).zip(centre, (x, d) -> x.minus(d.scaledBy(epsilon)));
    Evaluation there =
        objective.evaluate(
            new Point<>(parameters.replacedBy(moved), arguments.under("state")),
            arguments.under("batch"),
            statistics);
    List<Tensor> gradient = Gradients.of(there.loss(), moved.values());
    Range.Scaled difference =
        range.scaled(Parameters.like(centre, gradient).zip(centre, Tensor::minus).values());
    Range.Scaled h = range.scaled(gradient);
    Range.Scaled g = range.scaled(centre.values());
    return Parameters.of("loss", there.loss())
        .and(DIFFERENCE_SQUARE, Products.dot(difference.elements(), difference.elements()))
        .and(SQUARE, Products.dot(h.elements(), h.elements()))
        .and(INNER_PRODUCT, Products.dot(h.elements(), g.elements()))
        .and(difference.scale().within(DIFFERENCE))
        .and(h.scale().within(THERE))
        .and(g.scale().within(AT_CENTRE));
  }

  /** The results of the first program. */
  Parameters<Double> norm(Parameters<Array> g) {
    return Range.read(norm.run(g));
  }

  /** The results of the second program. */
  Parameters<Double> line(Parameters<Array> arguments) {
    return Range.read(line.run(arguments));
  }

  /** {@code ‖g‖}, from the results of the first program. */
  static double normAtCentre(Parameters<Double> measured) {
    return Range.scale(measured, AT_CENTRE) * Math.sqrt(measured.get(SQUARE));
  }

  /** What the results of the second program say. */
  static LinePoint point(double stepLength, Parameters<Double> measured, double normAtCentre) {
    double scaledNorm = Math.sqrt(measured.get(SQUARE));
    double cosine =
        measured.get(INNER_PRODUCT)
            / (scaledNorm * (normAtCentre / Range.scale(measured, AT_CENTRE)));
    return LinePoint.of(
        stepLength,
        measured.get("loss"),
        Range.scale(measured, DIFFERENCE) * Math.sqrt(measured.get(DIFFERENCE_SQUARE)),
        Range.scale(measured, THERE) * scaledNorm,
        cosine,
        normAtCentre);
  }

  @Override
  public void close() {
    norm.close();
    line.close();
  }
}
