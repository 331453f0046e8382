package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** Stochastic gradient descent: {@code w ← w − rate · g} (Robbins and Monro, 1951). */
@AutoService(Optimizer.class)
public record Sgd() implements Optimizer {

  /** 2. */
  @Override
  public OptionalDouble stabilityLimit() {
    return OptionalDouble.of(2);
  }

  /** {@code √(2ηλ)}. */
  @Override
  public OptionalDouble equilibriumAngle(double learningRate, double weightDecay) {
    return Rules.angle(2 * learningRate * weightDecay);
  }

  @Override
  public Parameters<TensorType> state(Parameters<TensorType> parameters) {
    return Parameters.none();
  }

  @Override
  public Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    return new Update(Rules.against(gradient, parameters, learningRate), state);
  }
}
