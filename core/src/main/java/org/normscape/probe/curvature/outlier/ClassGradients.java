package org.normscape.probe.curvature.outlier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.component.Components;
import org.normscape.grad.Gradients;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.VectorMean;
import org.normscape.linalg.VectorSpace;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.Curvature;

/**
 * The sums of the gradients of the examples of each class, compiled for one site: one backward pass
 * for each class of each batch. They point where the means of the classes point.
 */
final class ClassGradients implements AutoCloseable {

  private static final String TARGET = "target";
  private static final String WEIGHTS = "weights";

  private final Curvature of;
  private final Backend backend;
  private final Objective objective;
  private final VectorSpace space;
  private final int classes;
  private final TensorType weights;
  private final NamedExecutable program;

  ClassGradients(Curvature of, Site site, VectorSpace space, int classes) {
    this.of = of;
    this.backend = site.backend();
    this.objective = of.objective(site);
    this.space = space;
    this.classes = classes;
    Shape labels = objective.batch().get(TARGET).shape();
    this.weights = new TensorType(objective.dtype(), labels);
    this.program =
        NamedProgram.trace(
                arguments(of, objective).and(WEIGHTS, weights),
                in -> write(evaluation(of, objective, in), in))
            .compile(site.backend(), site.numerics());
  }

  /**
   * The number of classes of what a network tells apart.
   *
   * @param probe whose message it is
   * @throws IllegalArgumentException when its examples have no classes
   */
  static int classes(Class<?> probe, Curvature of, Site site) {
    Objective objective = of.objective(site);
    Shape output =
        NamedProgram.trace(
                arguments(of, objective),
                in -> Parameters.of("output", evaluation(of, objective, in).output()))
            .results()
            .get("output")
            .shape();
    boolean hasClasses =
        output.rank() == 2
            && objective
                .batch()
                .find(TARGET)
                .filter(type -> type.equals(TensorType.int32(output.dim(0))))
                .isPresent();
    Components.require(
        hasClasses,
        probe,
        "of",
        "must be a matrix of a loss of examples that each have the label of a class",
        "an output of shape " + output,
        "use a classification, or leave the probe out of this cell");
    return output.dim(1);
  }

  private static Parameters<TensorType> arguments(Curvature of, Objective objective) {
    return objective.types().with(objective.arguments(of.statistics()));
  }

  private static Evaluation evaluation(
      Curvature of, Objective objective, Parameters<Tensor> arguments) {
    Arguments<Tensor> at = Arguments.of(arguments);
    return objective.evaluate(at.point(), at.batch(), of.statistics());
  }

  /** The gradient through the outputs of the examples, each by a weight of its own. */
  private Parameters<Tensor> write(Evaluation found, Parameters<Tensor> arguments) {
    Tensor output = found.output();
    Tensor slope = Gradients.of(found.loss(), List.of(output)).get(0);
    Tensor chosen =
        slope.times(arguments.get(WEIGHTS).broadcast(output.shape(), output.shape().axesExcept(0)));
    Parameters<Tensor> all = Arguments.of(arguments).point().parameters();
    Parameters<Tensor> in = all.where((path, value) -> space.types().find(path).isPresent());
    return Parameters.like(in, Gradients.vjp(List.of(output), in.values(), List.of(chosen)));
  }

  /**
   * One vector for each class that has examples, on the examples of the matrix.
   *
   * @param owner whom they belong to
   */
  List<Parameters<Array>> at(Situation situation, Owner owner) {
    Map<Integer, VectorMean> sums = new TreeMap<>();
    of.examples().forEach(situation, batch -> add(situation, batch, sums));
    return sums.values().stream().map(sum -> owner.own(sum.mean())).toList();
  }

  private void add(Situation situation, Parameters<Array> batch, Map<Integer, VectorMean> sums) {
    double[] labels = batch.get(TARGET).toDoubles();
    Parameters<Array> at = situation.point().with(batch);
    for (int label = 0; label < classes; label++) {
      int wanted = label;
      double[] chosen = Arrays.stream(labels).map(x -> x == wanted ? 1 : 0).toArray();
      if (Arrays.stream(chosen).anyMatch(x -> x > 0)) {
        try (Array given = backend.array(weights, chosen)) {
          sums.computeIfAbsent(label, l -> new VectorMean(space))
              .add(program.run(at.and(WEIGHTS, given)));
        }
      }
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
