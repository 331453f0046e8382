package org.normscape.optim;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * Clipping of the gradient by its norm over all parameters (Pascanu, Mikolov and Bengio, "On the
 * difficulty of training recurrent neural networks", 2013, algorithm 1), in the convention of
 * PyTorch's {@code clip_grad_norm_}:
 *
 * <pre>
 *   g ← g · min(1, largest / (‖g‖ + 1e-6))
 * </pre>
 *
 * @param rule what moves by the changed gradient
 * @param largest the norm above which a gradient is shortened to it; greater than 0
 */
@AutoService(Optimizer.class)
public record GradientNormClipping(Optimizer rule, double largest) implements GradientRule {

  private static final double FLOOR = 1e-6;

  public GradientNormClipping {
    Components.positive(GradientNormClipping.class, "largest", largest);
  }

  /** Around {@link Momentum}, at 1. */
  public GradientNormClipping() {
    this(new Momentum(), 1);
  }

  @Override
  public Parameters<Tensor> changed(Parameters<Tensor> parameters, Parameters<Tensor> gradient) {
    return gradient.values().stream()
        .map(g -> g.dot(g))
        .reduce(Tensor::plus)
        .map(squares -> factor(squares.sqrt()))
        .map(factor -> gradient.map(g -> g.scaledBy(factor)))
        .orElse(gradient);
  }

  private Tensor factor(Tensor norm) {
    return norm.filled(largest).dividedBy(norm.plus(FLOOR)).minimum(norm.filled(1));
  }
}
