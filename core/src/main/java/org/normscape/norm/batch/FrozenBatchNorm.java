package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Moments;
import org.normscape.norm.Normalization;
import org.normscape.norm.RunningStatistics;
import org.normscape.params.Parameters;

/**
 * Batch normalization whose mean and variance are constants for the derivative: each channel of
 * {@code [n, …, c]},
 *
 * <pre>
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>Mean and variance are frozen values, given as inputs: those of a precise pass over the data,
 * or of another point. Where none are given, they are those of {@code source}: of the batch at
 * hand, as the control of Page ("How to train your ResNet", 2018) that leaves out only what flows
 * through the statistics; or the running ones, which then never change, as in Detectron2. {@link
 * Statistics#RUNNING} takes the running ones.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean} and {@code
 * variance}, {@code [c]}, as {@link RunningStatistics} says; frozen: mean and variance.
 *
 * @param source where mean and variance come from if they are not given
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param running what is remembered, and how
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "timm: FrozenBatchNormAct2d(c, eps = epsilon)"
 */
@AutoService({Normalization.class, Layer.class})
public record FrozenBatchNorm(
    FrozenSource source, double epsilon, @Flat RunningStatistics running, Affine affine)
    implements ActivationNormalization {

  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  public FrozenBatchNorm {
    Components.notNegative(FrozenBatchNorm.class, "epsilon", epsilon);
  }

  /** The statistics of the batch, held constant; epsilon 1e-5, learned scale and shift. */
  public FrozenBatchNorm() {
    this(FrozenSource.BATCH, 1e-5, new RunningStatistics(), Affine.WITH);
  }

  /** A bias is not taken away again by what is constant. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, FrozenBatchNorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return running.state(Channels.of(input, FrozenBatchNorm.class));
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    Shape channels = Channels.of(input, FrozenBatchNorm.class);
    return Parameters.of(MEAN, channels).and(VARIANCE, channels);
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Moments known = running.read(call.state());
    Moments found = call.statistics() == Statistics.RUNNING ? known : source.moments(x, known);
    Moments held =
        new Moments(call.frozen(MEAN, found::mean), call.frozen(VARIANCE, found::variance));
    Tensor scale = affine.scale(call.parameters(), x, held.mean().shape());
    Tensor shift = affine.shift(call.parameters(), x, held.mean().shape());
    Tensor y =
        Channels.standardize(
            x, x.shape().rank() - 1, held.mean(), held.deviation(epsilon), scale, shift);
    return Applied.of(y, state(call, x, found))
        .withFrozen(Parameters.of(MEAN, held.mean()).and(VARIANCE, held.variance()));
  }

  private Parameters<Tensor> state(Call call, Tensor x, Moments found) {
    int elements = x.shape().size() / found.mean().shape().size();
    return call.statistics() == Statistics.BATCH
        ? source.next(call.state(), found, elements, running)
        : call.state();
  }
}
