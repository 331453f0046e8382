package org.normscape.objective;

import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * An objective whose frozen values are part of the batch, under {@code frozen}. What a layer holds
 * constant under differentiation makes the gradient of {@code objective} the gradient of no
 * function. Here the values stay as they are given while the parameters move: gradients agree with
 * finite differences, and the Hessian is symmetric. Where the values are those of the point itself,
 * loss and gradient are those of {@code objective}.
 *
 * @param objective one that computes its frozen values
 */
public record FrozenInputs(Objective objective) implements DerivedObjective {

  /**
   * The frozen values as a program on {@link Point#with a point and a batch}. Results: {@code
   * frozen.<path>}, as this objective's batch takes them.
   */
  public NamedProgram values(Statistics statistics) {
    return NamedProgram.trace(
        types().with(objective.arguments(statistics)),
        arguments -> {
          Point<Tensor> point =
              new Point<>(arguments.under("parameters"), arguments.under("state"));
          return objective
              .evaluate(point, arguments.under("batch"), statistics)
              .frozen()
              .within(FROZEN);
        });
  }

  @Override
  public Parameters<TensorType> batch() {
    return objective.batch().and(objective.frozen().within(FROZEN));
  }

  /** Nothing is computed here that is held constant: it is given. */
  @Override
  public Parameters<TensorType> frozen() {
    return Parameters.none();
  }

  @Override
  public Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
    return objective.evaluate(point, batch, statistics);
  }
}
