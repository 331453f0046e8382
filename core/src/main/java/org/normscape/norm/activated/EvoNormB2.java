package org.normscape.norm.activated;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.norm.Normalization;
import org.normscape.norm.RunningVariance;
import org.normscape.params.Parameters;

/**
 * EvoNorm-B2 (Liu, Brock, Simonyan and Le, "Evolving normalization-activation layers", 2020):
 * normalization and activation in one, found by search. For each channel of {@code [n, …, c]},
 *
 * <pre>
 *   y = x / max(√(variance + epsilon), √(Σ x² / m + epsilon) − x) · scale + shift
 * </pre>
 *
 * <p>with the variance over the batch, of which an exponential average is remembered, and the mean
 * square over the m places of each example. Where no activation function would follow, the layer is
 * {@code x · scale + shift}, as in the authors' code.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code variance}, {@code
 * [c]}.
 *
 * @param epsilon what is added to the variance and to the mean square, under the roots; above 0
 * @param decay the weight of the old running variance, in [0, 1]
 * @param runningVariance which variance is remembered
 * @see "timm: EvoNorm2dB2(c, eps = epsilon, momentum = 1 − decay)"
 */
@AutoService({Normalization.class, Layer.class})
public record EvoNormB2(double epsilon, double decay, RunningVariance runningVariance)
    implements EvoNormB {

  public EvoNormB2 {
    Components.positive(EvoNormB2.class, "epsilon", epsilon);
    Components.fraction(EvoNormB2.class, "decay", decay);
  }

  /** The paper's epsilon, 1e-5, and decay 0.9; the running variance unbiased, as in timm. */
  public EvoNormB2() {
    this(1e-5, 0.9, RunningVariance.UNBIASED);
  }

  @Override
  public Tensor other(Parameters<Tensor> parameters, Tensor x) {
    return InstanceSquares.root(x, epsilon).minus(x);
  }
}
