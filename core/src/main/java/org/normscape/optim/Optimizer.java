package org.normscape.optim;

import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** An update rule. Implementations are records. */
public interface Optimizer {

  /** What the rule remembers between steps, zero at first, for parameters of these types. */
  Parameters<TensorType> state(Parameters<TensorType> parameters);

  /**
   * Writes one step.
   *
   * @param parameters the point, by path
   * @param gradient the gradient there, by the same paths
   * @param state by the paths of {@link #state}
   * @param learningRate a scalar of the parameters' dtype
   */
  Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate);

  /** The point and the state after a step. */
  record Update(Parameters<Tensor> parameters, Parameters<Tensor> state) {}
}
