package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Batch normalization that keeps the mean: the ablation in which each channel of {@code [n, …, c]}
 * is divided only, by its root mean square over the batch or by its standard deviation,
 *
 * <pre>
 *   y = x / √(Σ x² / m + epsilon) · scale + shift
 *   y = x / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>What is under the root is remembered as an exponential average.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code square}, {@code [c]}.
 *
 * @param of what is under the root
 * @param epsilon what is added to it; at least 0
 * @param decay the weight of the old running statistic, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record ScaleOnlyBatchNorm(ScaleOf of, double epsilon, double decay, Affine affine)
    implements OverBatch {

  private static final String SQUARE = "square";

  public ScaleOnlyBatchNorm {
    Components.notNegative(ScaleOnlyBatchNorm.class, "epsilon", epsilon);
    Components.fraction(ScaleOnlyBatchNorm.class, "decay", decay);
  }

  /** By the root mean square: epsilon 1e-5, decay 0.9, learned scale and shift. */
  public ScaleOnlyBatchNorm() {
    this(ScaleOf.MEAN_SQUARE, 1e-5, 0.9, Affine.WITH);
  }

  /** A bias stays where it is. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, ScaleOnlyBatchNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, ScaleOnlyBatchNorm.class);
    return Parameters.of(SQUARE, new ParameterSpec(channels, Role.STATISTIC, Constant.ONE));
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    return by(call, x, Parameters.of(SQUARE, of.measure(x, x.shape().axesExcept(-1))));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    return by(call, x, call.state());
  }

  private Applied by(Call call, Tensor x, Parameters<Tensor> statistics) {
    Tensor deviation = statistics.get(SQUARE).plus(epsilon).sqrt();
    Tensor scaled = x.dividedBy(Channels.spread(deviation, x));
    return Applied.of(affine.apply(call.parameters(), scaled), statistics);
  }
}
