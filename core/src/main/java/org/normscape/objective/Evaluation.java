package org.normscape.objective;

import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * What an objective gives at a point.
 *
 * @param loss a scalar
 * @param output what the network says of each example, such as logits {@code [n, classes]}
 * @param state the state afterwards, by the paths of the point's
 * @param metrics further scalars by name, such as {@code accuracy}
 * @param frozen the values that were held constant, by the paths of {@link Objective#frozen}
 * @param activations the output of each layer, by path; what nobody asks for is not computed
 */
public record Evaluation(
    Tensor loss,
    Tensor output,
    Parameters<Tensor> state,
    Parameters<Tensor> metrics,
    Parameters<Tensor> frozen,
    Parameters<Tensor> activations) {

  /** What an objective gives that is no network's. */
  public Evaluation(
      Tensor loss, Tensor output, Parameters<Tensor> state, Parameters<Tensor> metrics) {
    this(loss, output, state, metrics, Parameters.none(), Parameters.none());
  }

  /** This with something added to the loss, which is a metric as well. */
  public Evaluation plus(String metric, Tensor added) {
    return new Evaluation(
        loss.plus(added), output, state, metrics.and(metric, added), frozen, activations);
  }
}
