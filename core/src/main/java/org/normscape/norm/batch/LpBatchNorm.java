package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.norm.Affine;
import org.normscape.norm.Normalization;

/**
 * Batch normalization by an ℓp deviation: each channel of {@code [n, …, c]} with m elements,
 *
 * <pre>
 *   mean = Σ x / m        deviation = C · (Σ |x|ᵖ / m)^(1/p) + epsilon
 *   y = (x − mean) / deviation · scale + shift
 * </pre>
 *
 * <p>with C = 1 (Santurkar, Tsipras, Ilyas and Mądry, "How does batch normalization help
 * optimization?", 2018, section 3.3, whose deviation is not centred), or with {@code x − mean} in
 * the sum and the C that makes the deviation of normal numbers 1 (Hoffer, Banner, Golan and Soudry,
 * "Norm matters: efficient and accurate normalization schemes in deep networks", 2018: √(π/2) for p
 * = 1, {@code (1 + √(π ln 4)) / √(8 ln m)} for p = ∞): {@link Centering}. Neither paper says an
 * epsilon; here it stands behind the root. Centred and with p = 2 it is batch normalization with
 * epsilon there.
 *
 * <p>Mean and deviation are remembered as exponential averages. With epsilon 0 a channel without
 * deviation gives NaN.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean} and {@code
 * deviation}, {@code [c]}.
 *
 * @param power the p of the deviation
 * @param centering from where the deviation is measured
 * @param epsilon what is added to the deviation; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record LpBatchNorm(
    Power power, Centering centering, double epsilon, double decay, Affine affine)
    implements DeviationBatchNorm {

  public LpBatchNorm {
    Components.notNegative(LpBatchNorm.class, "epsilon", epsilon);
    Components.fraction(LpBatchNorm.class, "decay", decay);
  }

  /** Santurkar's ℓ1: not centred, epsilon 1e-5, decay 0.9. */
  public LpBatchNorm() {
    this(Power.ONE, Centering.UNCENTERED);
  }

  /** Epsilon 1e-5, decay 0.9, learned scale and shift. */
  public LpBatchNorm(Power power, Centering centering) {
    this(power, centering, 1e-5, 0.9, Affine.WITH);
  }

  /** Where the deviation is measured from 0, it grows with the bias. */
  @Override
  public boolean makesBiasRedundant() {
    return centering == Centering.CENTERED;
  }

  @Override
  public Tensor deviation(Tensor x, Tensor centered) {
    List<Integer> reduced = x.shape().axesExcept(-1);
    int elements = x.shape().size() / x.shape().dim(-1);
    return power
        .mean(centering.measured(x, centered), reduced)
        .times(centering.factor(power, elements));
  }
}
