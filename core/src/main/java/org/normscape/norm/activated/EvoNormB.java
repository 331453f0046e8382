package org.normscape.norm.activated;

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
import org.normscape.norm.RunningVariance;
import org.normscape.norm.batch.OverBatch;
import org.normscape.params.Parameters;

/**
 * An EvoNorm with statistics of the batch: each element is divided by the standard deviation of its
 * channel over the batch, or by something else where that is larger. An exponential average of the
 * variance is remembered. Where no activation function would follow, the layer is {@code x · scale
 * + shift}, as in the authors' code.
 */
interface EvoNormB extends OverBatch, Activated {

  /** What is added to the variance of the batch, under the root. */
  double epsilon();

  /** Which variance is remembered. */
  RunningVariance runningVariance();

  /** What else an element may be divided by, of the shape of x. */
  Tensor other(Parameters<Tensor> parameters, Tensor x);

  @Override
  default Layer withoutActivation() {
    return new ChannelAffine();
  }

  @Override
  default Parameters<ParameterSpec> parameters(Shape input) {
    return Affine.WITH.parameters(Channels.of(input, getClass()));
  }

  @Override
  default Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, getClass());
    return Parameters.of("variance", new ParameterSpec(channels, Role.STATISTIC, Constant.ONE));
  }

  @Override
  default Applied byBatch(Call call, Tensor x) {
    Tensor variance = Moments.ofChannels(x).variance();
    int elements = x.shape().size() / variance.shape().size();
    Tensor remembered = variance.times(runningVariance().factor(elements));
    return Applied.of(by(call, x, variance), Parameters.of("variance", remembered));
  }

  @Override
  default Applied byRunning(Call call, Tensor x) {
    return Applied.of(by(call, x, call.state().get("variance")), call.state());
  }

  private Tensor by(Call call, Tensor x, Tensor variance) {
    Tensor ofBatch = Channels.spread(variance.plus(epsilon()).sqrt(), x);
    Tensor divisor = ofBatch.maximum(other(call.parameters(), x));
    return Affine.WITH.apply(call.parameters(), x.dividedBy(divisor));
  }
}
