package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * An update rule around another one, after whose step the weights of each output feature are put
 * back to norm 1, as those of nGPT (Loshchilov et al., "nGPT: normalized transformer with
 * representation learning on the hypersphere", 2024):
 *
 * <pre>
 *   w ← w / ‖w‖
 * </pre>
 *
 * <p>with the norm over all axes but the last. What has fewer than two axes is left as the rule
 * says. Weights start as their layers say, and are on the sphere from the first step on. A network
 * whose loss does not depend on the length of weights, such as one with batch normalization, is
 * moved along directions alone.
 *
 * @param rule what moves
 */
@AutoService(Optimizer.class)
public record SphereProjection(Optimizer rule) implements Optimizer {

  /** Around {@link Adam}, as in nGPT. */
  public SphereProjection() {
    this(new Adam());
  }

  @Override
  public Parameters<TensorType> state(Parameters<TensorType> parameters) {
    return rule.state(parameters);
  }

  @Override
  public Update update(
      Parameters<Tensor> parameters,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    Update moved = rule.update(parameters, gradient, state, learningRate);
    return new Update(
        moved.parameters().map(w -> ParameterSubset.WEIGHTS.contains(w) ? projected(w) : w),
        moved.state());
  }

  private static Tensor projected(Tensor w) {
    List<Integer> fanIn = w.shape().axesExcept(-1);
    Tensor length = w.times(w).sum(fanIn).sqrt();
    return w.dividedBy(length.broadcast(w.shape(), fanIn));
  }
}
