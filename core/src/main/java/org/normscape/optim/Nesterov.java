package org.normscape.optim;

import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Nesterov's accelerated gradient (1983), in the form of Sutskever, Martens, Dahl and Hinton (2013)
 * and in PyTorch's convention:
 *
 * <pre>
 *   v ← decay · v + g        w ← w − rate · (g + decay · v)
 * </pre>
 *
 * <p>The state is {@code velocity.<path>}, 0 at first.
 *
 * @param decay the weight of the old velocity, in [0, 1)
 */
public record Nesterov(double decay) implements Optimizer {

  private static final String VELOCITY = "velocity";

  public Nesterov {
    Steps.checkDecay("Nesterov", decay);
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
    Parameters<Tensor> velocity = Steps.accumulate(state.under(VELOCITY), decay, gradient);
    Parameters<Tensor> ahead = Steps.accumulate(velocity, decay, gradient);
    return new Update(Steps.against(ahead, parameters, learningRate), velocity.within(VELOCITY));
  }
}
