package org.normscape.optim;

import java.util.OptionalDouble;
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

  /**
   * The curvature, times the learning rate, up to which the rule is stable on a quadratic loss: 2
   * for gradient descent. The curvature is that of the loss as {@link #preconditioner} has it.
   * Nothing where no such bound is known.
   */
  default OptionalDouble stabilityLimit() {
    return OptionalDouble.empty();
  }

  /** What the rule divides its steps by. */
  default Preconditioner preconditioner() {
    return Preconditioner.NONE;
  }

  /**
   * The angle, in radians, by which a weight whose scale does not matter turns at each step once
   * its length has settled (Kosson, Messmer and Jaggi, ICML 2024, Table 1). Nothing where it is not
   * known, and where nothing pulls weights to 0.
   *
   * @param learningRate the learning rate η
   * @param weightDecay λ in the penalty {@code λ/2 ‖w‖²} of the loss
   */
  default OptionalDouble equilibriumAngle(double learningRate, double weightDecay) {
    return OptionalDouble.empty();
  }

  /**
   * The point and the state after a step.
   *
   * @param parameters the point after the step
   * @param state what the rule remembers for the next one
   */
  record Update(Parameters<Tensor> parameters, Parameters<Tensor> state) {}
}
