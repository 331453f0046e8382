package org.normscape.objective;

import org.normscape.ir.Tensor;
import org.normscape.nn.Statistics;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Parameters;

/**
 * An objective with the penalty of a weight decay added: its gradient is that of {@code objective}
 * plus {@code factor · w}, so that descent on it is descent with weight decay. The metric {@code
 * penalty} is what was added.
 *
 * @param objective without the penalty
 * @param decay what pulls the parameters towards 0
 */
public record Regularized(Objective objective, WeightDecay decay) implements DerivedObjective {

  @Override
  public Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
    Evaluation bare = objective.evaluate(point, batch, statistics);
    Tensor penalty =
        decay.penalty(parameters(), point.parameters()).orElseGet(() -> bare.loss().zeros());
    return bare.plus("penalty", penalty);
  }
}
