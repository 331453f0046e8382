package org.normscape.bench.question;

import org.normscape.bench.trainer.Setting;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/** The derivatives of first and second order of a setting's objective, as programs. */
final class Curvature {

  private Curvature() {}

  /** The loss and its gradient. */
  static NamedProgram gradient(Setting setting) {
    return setting.objective().lossAndGradient(Statistics.BATCH_FROZEN_RUNNING);
  }

  /** {@code (θ, state, batch, v) ↦ Hv}: arguments {@code vector.<path>}, results by path. */
  static NamedProgram hessianVector(Setting setting) {
    NetworkObjective objective = setting.objective();
    Parameters<TensorType> parameters = objective.types().parameters();
    return NamedProgram.trace(
        objective.types().with(objective.batch()).and(parameters.within("vector")),
        arguments -> {
          Parameters<Tensor> at = arguments.under("parameters");
          Tensor loss =
              objective
                  .evaluate(
                      new Point<>(at, arguments.under("state")),
                      arguments.under("batch"),
                      Statistics.BATCH_FROZEN_RUNNING)
                  .loss();
          return Parameters.like(
              parameters,
              Products.hessianVector(loss, at.values(), arguments.under("vector").values()));
        });
  }
}
