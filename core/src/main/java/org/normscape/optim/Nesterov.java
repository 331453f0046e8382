package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
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
@AutoService(Optimizer.class)
public record Nesterov(double decay) implements Optimizer {

  private static final String VELOCITY = "velocity";

  public Nesterov {
    Rules.checkDecay(Nesterov.class, decay);
  }

  /** A decay of 0.9, the usual one. */
  public Nesterov() {
    this(0.9);
  }

  /** {@code 2 (1 + decay)/(1 + 2 decay)} (Cohen et al., ICLR 2021, appendix B). */
  @Override
  public OptionalDouble stabilityLimit() {
    return OptionalDouble.of(2 * (1 + decay) / (1 + 2 * decay));
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
    Parameters<Tensor> velocity = Rules.accumulate(state.under(VELOCITY), decay, gradient);
    Parameters<Tensor> ahead = Rules.accumulate(velocity, decay, gradient);
    return new Update(Rules.against(ahead, parameters, learningRate), velocity.within(VELOCITY));
  }
}
