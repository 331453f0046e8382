package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Gradient descent with a heavy ball (Polyak, 1964), in PyTorch's convention: the gradient enters
 * the velocity with weight 1, and the learning rate multiplies the velocity when it is used.
 *
 * <pre>
 *   v ← decay · v + g        w ← w − rate · v
 * </pre>
 *
 * <p>So a changed learning rate acts at once on all that was gathered. The state is {@code
 * velocity.<path>}, 0 at first.
 *
 * @param decay the weight of the old velocity, in [0, 1)
 */
@AutoService(Optimizer.class)
public record Momentum(double decay) implements Optimizer {

  private static final String VELOCITY = "velocity";

  public Momentum {
    Rules.checkDecay(Momentum.class, decay);
  }

  /** A decay of 0.9, the usual one. */
  public Momentum() {
    this(0.9);
  }

  /** {@code 2 (1 + decay)} (Goh, "Why momentum really works", 2017). */
  @Override
  public OptionalDouble stabilityLimit() {
    return OptionalDouble.of(2 * (1 + decay));
  }

  /** {@code √(2ηλ/(1 + decay))}. */
  @Override
  public OptionalDouble equilibriumAngle(double learningRate, double weightDecay) {
    return Rules.angle(2 * learningRate * weightDecay / (1 + decay));
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
    return new Update(Rules.against(velocity, parameters, learningRate), velocity.within(VELOCITY));
  }
}
