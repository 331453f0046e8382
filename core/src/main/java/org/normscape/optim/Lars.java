package org.normscape.optim;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Layer-wise adaptive rate scaling (You, Gitman and Ginsburg, "Large batch training of
 * convolutional networks", 2017, algorithm 1): each tensor of weights has a learning rate of its
 * own,
 *
 * <pre>
 *   local = trust · ‖w‖ / (‖g‖ + pull · ‖w‖)
 *   v ← decay · v + rate · local · (g + pull · w)        w ← w − v
 * </pre>
 *
 * <p>As in the paper, and unlike {@link Momentum}, the learning rate enters the velocity. Where
 * {@code ‖w‖} or {@code ‖g‖} is 0, and for what {@code appliesTo} leaves out, {@code local} is 1;
 * what is left out is not pulled either. The pull is part of the rule: the {@link WeightDecay} of a
 * descent, which is a penalty, is left at 0. The state is {@code velocity.<path>}, 0 at first.
 *
 * @param decay the weight of the old velocity, in [0, 1)
 * @param trust how far a tensor moves in one step, in parts of its norm at rate 1; greater than 0
 * @param pull how strongly weights are pulled to 0, the paper's weight decay; at least 0
 * @param appliesTo which parameters have a rate of their own
 */
@AutoService(Optimizer.class)
public record Lars(double decay, double trust, double pull, ParameterSubset appliesTo)
    implements Optimizer {

  private static final String VELOCITY = "velocity";

  public Lars {
    Rules.checkDecay(Lars.class, decay);
    Components.positive(Lars.class, "trust", trust);
    Components.notNegative(Lars.class, "pull", pull);
  }

  /** The paper's for AlexNet and ResNet-50: decay 0.9, trust 0.001, pull 5e-4, weights alone. */
  public Lars() {
    this(0.9, 0.001, 5e-4, ParameterSubset.WEIGHTS);
  }

  @Override
  public Parameters<TensorType> state(Parameters<TensorType> parameters) {
    return parameters.within(VELOCITY);
  }

  @Override
  public Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    Parameters<Tensor> moves =
        parameters.zip(
            gradient, (w, g) -> (appliesTo.contains(w) ? local(w, g) : g).scaledBy(learningRate));
    Parameters<Tensor> velocity = Rules.accumulate(state.under(VELOCITY), decay, moves);
    return new Update(parameters.zip(velocity, Tensor::minus), velocity.within(VELOCITY));
  }

  private Tensor local(Tensor w, Tensor g) {
    Tensor weight = w.dot(w).sqrt();
    Tensor slope = g.dot(g).sqrt();
    Tensor ratio = weight.times(trust).dividedBy(slope.plus(weight.times(pull)));
    Tensor isMoving = weight.times(slope).greater(weight.zeros());
    return g.plus(w.times(pull)).scaledBy(isMoving.select(ratio, ratio.filled(1)));
  }
}
