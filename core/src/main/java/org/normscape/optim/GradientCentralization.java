package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * Gradient centralization (Yong, Huang, Hua and Zhang, "Gradient centralization: a new optimization
 * technique for deep neural networks", 2020, equation 1): the gradient of the weights of each
 * output feature loses its mean, over all axes but the last,
 *
 * <pre>
 *   g ← g − mean(g)
 * </pre>
 *
 * <p>so that the mean of these weights stays where it started. What has fewer than two axes is left
 * as it is.
 *
 * @param rule what moves by the changed gradient
 */
@AutoService(Optimizer.class)
public record GradientCentralization(Optimizer rule) implements GradientRule {

  /** Around {@link Momentum}. */
  public GradientCentralization() {
    this(new Momentum());
  }

  @Override
  public Parameters<Tensor> changed(Parameters<Tensor> parameters, Parameters<Tensor> gradient) {
    return gradient.map(g -> ParameterSubset.WEIGHTS.contains(g) ? centered(g) : g);
  }

  private static Tensor centered(Tensor g) {
    List<Integer> fanIn = g.shape().axesExcept(-1);
    return g.minus(g.mean(fanIn).broadcast(g.shape(), fanIn));
  }
}
