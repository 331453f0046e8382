package org.normscape.optim;

import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * An update rule around another one, which is given a changed gradient. What the other remembers is
 * all that is remembered. Implementations are records.
 */
public interface GradientRule extends Optimizer {

  /** What is given the changed gradient. */
  Optimizer rule();

  /**
   * Writes the changed gradient.
   *
   * @param parameters the point, by path
   * @param gradient the gradient there, by the same paths
   */
  Parameters<Tensor> changed(Parameters<Tensor> parameters, Parameters<Tensor> gradient);

  @Override
  default Parameters<TensorType> state(Parameters<TensorType> parameters) {
    return rule().state(parameters);
  }

  @Override
  default Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    return rule().update(parameters, changed(parameters, gradient), state, learningRate);
  }
}
