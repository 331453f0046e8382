package org.normscape.norm;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.composite.BatchNormalization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Constant;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;

/**
 * Batch normalization (Ioffe and Szegedy, "Batch normalization: accelerating deep network training
 * by reducing internal covariate shift", 2015, algorithms 1 and 2): each channel c of the input
 * {@code [n, …]} is standardized over its m elements, those of all examples and places,
 *
 * <pre>
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p><b>Statistics.</b> {@link Statistics#BATCH} and {@link Statistics#BATCH_FROZEN_RUNNING} take
 * {@code mean = Σ x / m} and the biased {@code variance = Σ (x − mean)² / m} of the batch, and
 * derivatives flow through both; with m = 1 the output is {@code shift}. {@link Statistics#RUNNING}
 * takes the running ones.
 *
 * <p><b>Running statistics</b> change under {@link Statistics#BATCH} alone:
 *
 * <pre>
 *   running ← decay · running + (1 − decay) · batch
 * </pre>
 *
 * <p>They start at mean 0 and variance 1, and which variance is averaged is said by {@code
 * runningVariance}. {@code decay} weighs the old value, as in Keras; PyTorch's {@code momentum} is
 * {@code 1 − decay}.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean} and {@code
 * variance}, {@code [c]}.
 *
 * @param channelAxis the axis of the channels, from 0, or from −1 for the last one backwards
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param runningVariance which variance is remembered
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record BatchNorm(
    int channelAxis, double epsilon, double decay, RunningVariance runningVariance, Affine affine)
    implements ActivationNormalization {

  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  public BatchNorm {
    Components.notNegative(BatchNorm.class, "epsilon", epsilon);
    Components.fraction(BatchNorm.class, "decay", decay);
  }

  /**
   * The usual one, as in PyTorch: channels last, epsilon 1e-5, decay 0.9, unbiased running
   * variance, learned scale and shift.
   */
  public BatchNorm() {
    this(-1, 1e-5, 0.9, RunningVariance.UNBIASED, Affine.WITH);
  }

  /** Where the channels are the features of the layer before, their means are taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return channelAxis == -1;
  }

  @Override
  public Shape output(Shape input) {
    axis(input);
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(channels(input));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return Parameters.of(MEAN, new ParameterSpec(channels(input), Role.STATISTIC, Constant.ZERO))
        .and(VARIANCE, new ParameterSpec(channels(input), Role.STATISTIC, Constant.ONE));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Tensor scale = affine.scale(call.parameters(), x, channels(x.shape()));
    Tensor shift = affine.shift(call.parameters(), x, channels(x.shape()));
    Parameters<Tensor> state = call.state();
    if (call.statistics() == Statistics.RUNNING) {
      return Applied.of(withRunning(x, scale, shift, state), state);
    }
    BatchNormalization batch = new BatchNormalization(axis(x.shape()), epsilon);
    List<Tensor> results = x.trace().apply(batch, List.of(x, scale, shift));
    return Applied.of(
        results.get(0),
        call.statistics() == Statistics.BATCH
            ? remember(state, x.shape(), results.get(1), results.get(2))
            : state);
  }

  private Tensor withRunning(Tensor x, Tensor scale, Tensor shift, Parameters<Tensor> state) {
    List<Integer> reduced = x.shape().axesExcept(axis(x.shape()));
    Tensor deviation = state.get(VARIANCE).plus(epsilon).sqrt();
    return x.minus(state.get(MEAN).broadcast(x.shape(), reduced))
        .dividedBy(deviation.broadcast(x.shape(), reduced))
        .times(scale.broadcast(x.shape(), reduced))
        .plus(shift.broadcast(x.shape(), reduced));
  }

  private Parameters<Tensor> remember(
      Parameters<Tensor> state, Shape input, Tensor mean, Tensor variance) {
    int elements = input.size() / channels(input).size();
    if (elements == 1 && runningVariance == RunningVariance.UNBIASED) {
      throw new IllegalArgumentException(
          "BatchNorm: the unbiased running variance needs at least 2 elements a channel, but the input is %s. To fix: enlarge the batch, or choose the biased running variance."
              .formatted(input));
    }
    Tensor estimate = variance.times(runningVariance.factor(elements));
    return Parameters.of(MEAN, average(state.get(MEAN), mean))
        .and(VARIANCE, average(state.get(VARIANCE), estimate));
  }

  private Tensor average(Tensor old, Tensor batch) {
    return old.times(decay).plus(batch.times(1 - decay));
  }

  private Shape channels(Shape input) {
    return Shape.of(input.dim(axis(input)));
  }

  private int axis(Shape input) {
    int axis = channelAxis < 0 ? channelAxis + input.rank() : channelAxis;
    if (axis < 1 || axis >= input.rank()) {
      throw new IllegalArgumentException(
          "BatchNorm: the channel axis must be an axis of the input behind the batch axis, but it is %d for %s. To fix: use -1 for the last one."
              .formatted(channelAxis, input));
    }
    return axis;
  }
}
