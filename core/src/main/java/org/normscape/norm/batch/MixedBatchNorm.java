package org.normscape.norm.batch;

import java.util.List;
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
 * A mixture of batch normalization and another one, with a share that is learned for each channel:
 * {@code y = (share · BN(x) + (1 − share) · other(x)) · scale + shift}, neither of which has a
 * scale or shift of its own. Mean and variance of the batch are remembered as exponential averages.
 */
public interface MixedBatchNorm extends OverBatch {

  /** What is added to variances, under the root. */
  double epsilon();

  /** What is learned beside the share. */
  Affine affine();

  /** The other normalization. */
  Tensor other(Tensor x);

  /** The share that a learned number stands for. */
  Tensor share(Tensor learned);

  @Override
  default boolean makesBiasRedundant() {
    return false;
  }

  @Override
  default Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, getClass());
    return Parameters.of("share", new ParameterSpec(channels, Role.SCALE, Constant.ONE))
        .and(affine().parameters(channels));
  }

  @Override
  default Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, getClass());
    return Parameters.of("mean", new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and("variance", new ParameterSpec(channels, Role.STATISTIC, Constant.ONE));
  }

  @Override
  default Applied byBatch(Call call, Tensor x) {
    Moments batch = Moments.ofChannels(x);
    return Applied.of(
        mixed(call, x, batch),
        Parameters.of("mean", batch.mean()).and("variance", batch.variance()));
  }

  @Override
  default Applied byRunning(Call call, Tensor x) {
    Parameters<Tensor> state = call.state();
    Moments known = new Moments(state.get("mean"), state.get("variance"));
    return Applied.of(mixed(call, x, known), state);
  }

  private Tensor mixed(Call call, Tensor x, Moments batch) {
    List<Integer> spread = x.shape().axesExcept(-1);
    Tensor ofBatch =
        x.minus(batch.mean().broadcast(x.shape(), spread))
            .dividedBy(batch.deviation(epsilon()).broadcast(x.shape(), spread));
    Tensor other = other(x);
    Tensor share = share(call.parameters().get("share")).broadcast(x.shape(), spread);
    return affine().apply(call.parameters(), other.plus(ofBatch.minus(other).times(share)));
  }
}
