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
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Mean-only batch normalization (Salimans and Kingma, "Weight normalization: a simple
 * reparameterization to accelerate training of deep neural networks", 2016, section 4): of each
 * channel of {@code [n, …, c]} its mean over the batch is taken away, and nothing is divided,
 *
 * <pre>
 *   y = x − Σ x / m + shift
 * </pre>
 *
 * <p>The paper puts it behind layers with weight normalization. Running means are exponential
 * averages. With m = 1 the output is {@code shift}.
 *
 * <p>Parameter: {@code shift}, {@code [c]}; state: {@code mean}, {@code [c]}.
 *
 * @param decay the weight of the old running mean, in [0, 1]
 * @param affine what is learned: in the paper a shift alone
 */
@AutoService({Normalization.class, Layer.class})
public record MeanOnlyBatchNorm(double decay, Affine affine) implements OverBatch {

  private static final String MEAN = "mean";

  public MeanOnlyBatchNorm {
    Components.fraction(MeanOnlyBatchNorm.class, "decay", decay);
  }

  /** Decay 0.9, learned shift. */
  public MeanOnlyBatchNorm() {
    this(0.9, Affine.SHIFT_ONLY);
  }

  /** The mean of each channel is taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, MeanOnlyBatchNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, MeanOnlyBatchNorm.class);
    return Parameters.of(MEAN, new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO));
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    return by(call, x, Parameters.of(MEAN, Moments.ofChannels(x).mean()));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    return by(call, x, call.state());
  }

  private Applied by(Call call, Tensor x, Parameters<Tensor> statistics) {
    Tensor centered = x.minus(Channels.spread(statistics.get(MEAN), x));
    return Applied.of(affine.apply(call.parameters(), centered), statistics);
  }
}
