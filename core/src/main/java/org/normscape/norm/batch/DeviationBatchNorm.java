package org.normscape.norm.batch;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.params.Parameters;

/**
 * Batch normalization by a deviation of another kind: {@code (x − mean) / (deviation + epsilon) ·
 * scale + shift} for each channel of {@code [n, …, c]}. Mean and deviation are remembered as
 * exponential averages.
 */
interface DeviationBatchNorm extends OverBatch {

  /** What is added to the deviation. */
  double epsilon();

  /** What is learned. */
  Affine affine();

  /**
   * How far the elements of each channel are apart, {@code [c]}.
   *
   * @param centered x without the mean of each channel
   */
  Tensor deviation(Tensor x, Tensor centered);

  @Override
  default Parameters<ParameterSpec> parameters(Shape input) {
    return affine().parameters(Channels.of(input, getClass()));
  }

  @Override
  default Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, getClass());
    return Parameters.of("mean", new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and("deviation", new ParameterSpec(channels, Role.STATISTIC, Constant.ONE));
  }

  @Override
  default Applied byBatch(Call call, Tensor x) {
    Tensor mean = Moments.ofChannels(x).mean();
    Tensor deviation = deviation(x, x.minus(Channels.spread(mean, x))).plus(epsilon());
    return by(call, x, Parameters.of("mean", mean).and("deviation", deviation));
  }

  @Override
  default Applied byRunning(Call call, Tensor x) {
    return by(call, x, call.state());
  }

  private Applied by(Call call, Tensor x, Parameters<Tensor> statistics) {
    Tensor mean = statistics.get("mean");
    Tensor scale = affine().scale(call.parameters(), x, mean.shape());
    Tensor shift = affine().shift(call.parameters(), x, mean.shape());
    int axis = x.shape().rank() - 1;
    return Applied.of(
        Channels.standardize(x, axis, mean, statistics.get("deviation"), scale, shift), statistics);
  }
}
