package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Constant;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

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
    implements OverBatch {

  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";

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
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, LpBatchNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, LpBatchNorm.class);
    return Parameters.of(MEAN, new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and(DEVIATION, new ParameterSpec(channels, Role.STATISTIC, Constant.ONE));
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    List<Integer> reduced = x.shape().axesExcept(-1);
    Tensor mean = Moments.ofChannels(x).mean();
    Tensor measured = centering.measured(x, x.minus(Channels.spread(mean, x)));
    int elements = x.shape().size() / mean.shape().size();
    Tensor deviation =
        power.mean(measured, reduced).times(centering.factor(power, elements)).plus(epsilon);
    return by(call, x, Parameters.of(MEAN, mean).and(DEVIATION, deviation));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    return by(call, x, call.state());
  }

  private Applied by(Call call, Tensor x, Parameters<Tensor> statistics) {
    Tensor mean = statistics.get(MEAN);
    Tensor scale = affine.scale(call.parameters(), x, mean.shape());
    Tensor shift = affine.shift(call.parameters(), x, mean.shape());
    int axis = x.shape().rank() - 1;
    return Applied.of(
        Channels.standardize(x, axis, mean, statistics.get(DEVIATION), scale, shift), statistics);
  }
}
