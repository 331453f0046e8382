package org.normscape.norm;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.function.Supplier;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
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
 * takes the running ones, which change under {@link Statistics#BATCH} alone.
 *
 * <p>Libraries differ in epsilon, decay, which variance is remembered, how running statistics start
 * and what training standardizes with: there is a factory for each.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: that of {@link
 * RunningStatistics}.
 *
 * @param channelAxis the axis of the channels, from 0, or from −1 for the last one backwards
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param running what is remembered, and how
 * @param trainingStatistics which statistics training standardizes with
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "PyTorch: BatchNorm2d(c, eps = epsilon, momentum = 1 − decay)"
 * @see "Keras 3: BatchNormalization(epsilon, momentum = decay)"
 * @see "Flax: BatchNorm(epsilon, momentum = decay)"
 * @see "timm: BatchNormAct2d(c, eps = epsilon, momentum = 1 − decay)"
 * @see "DL4J: BatchNormalization(eps = epsilon, decay)"
 */
@AutoService({Normalization.class, Layer.class})
public record BatchNorm(
    int channelAxis,
    double epsilon,
    @Flat RunningStatistics running,
    TrainingStatistics trainingStatistics,
    Affine affine)
    implements ActivationNormalization {

  public BatchNorm {
    Components.notNegative(BatchNorm.class, "epsilon", epsilon);
  }

  /**
   * The usual one, as in PyTorch: channels last, epsilon 1e-5, decay 0.9, unbiased running
   * variance, learned scale and shift.
   */
  public BatchNorm() {
    this(1e-5, new RunningStatistics());
  }

  /** As in the paper: running statistics start at mean 0 and variance 1, training uses batches. */
  public BatchNorm(
      int channelAxis,
      double epsilon,
      double decay,
      RunningVariance runningVariance,
      Affine affine) {
    this(
        channelAxis,
        epsilon,
        new RunningStatistics(decay, runningVariance, RunningStart.STANDARD),
        TrainingStatistics.BATCH,
        affine);
  }

  private BatchNorm(double epsilon, RunningStatistics running) {
    this(-1, epsilon, running, TrainingStatistics.BATCH, Affine.WITH);
  }

  private static BatchNorm standard(double epsilon, double decay, RunningVariance variance) {
    return new BatchNorm(epsilon, new RunningStatistics(decay, variance, RunningStart.STANDARD));
  }

  /** PyTorch's {@code BatchNorm2d} and timm's: its {@code momentum} 0.1 is a decay of 0.9. */
  public static BatchNorm pytorch() {
    return new BatchNorm();
  }

  /** Keras 3's {@code BatchNormalization}: epsilon 1e-3, decay 0.99, biased variance. */
  public static BatchNorm keras() {
    return standard(1e-3, 0.99, RunningVariance.BIASED);
  }

  /** Flax' {@code BatchNorm}: epsilon 1e-5, decay 0.99, biased variance. */
  public static BatchNorm flax() {
    return standard(1e-5, 0.99, RunningVariance.BIASED);
  }

  /** TensorFlow's fused kernel under Keras: as {@link #keras}, with the unbiased variance. */
  public static BatchNorm tensorflowFused() {
    return standard(1e-3, 0.99, RunningVariance.UNBIASED);
  }

  /**
   * ONNX' {@code BatchNormalization} in training mode: epsilon 1e-5, decay 0.9, biased variance.
   */
  public static BatchNorm onnx() {
    return standard(1e-5, 0.9, RunningVariance.BIASED);
  }

  /** DL4J's {@code BatchNormalization}: epsilon 1e-5, decay 0.9, biased variance. */
  public static BatchNorm dl4j() {
    return standard(1e-5, 0.9, RunningVariance.BIASED);
  }

  /** Haiku's {@code BatchNorm}, which has no default decay: averages from 0, debiased as Adam's. */
  public static BatchNorm haiku(double decay) {
    return new BatchNorm(
        1e-5, new RunningStatistics(decay, RunningVariance.BIASED, RunningStart.DEBIASED));
  }

  /** Equinox' {@code BatchNorm(mode="batch")}: decay 0.99, variance from 1, debiased. */
  public static BatchNorm equinoxBatch() {
    return new BatchNorm(
        1e-5,
        new RunningStatistics(0.99, RunningVariance.BIASED, RunningStart.DEBIASED_FROM_STANDARD));
  }

  /** Equinox' {@code BatchNorm(mode="ema")}: training uses running statistics, from the first. */
  public static BatchNorm equinoxEma() {
    return new BatchNorm(
        -1,
        1e-5,
        new RunningStatistics(0.99, RunningVariance.BIASED, RunningStart.FIRST_BATCH),
        TrainingStatistics.RUNNING_AVERAGE,
        Affine.WITH);
  }

  /** Where the channels are the features of the layer before, their means are taken away. */
  @Override
  public boolean makesBiasRedundant() {
    return channelAxis == -1 && trainingStatistics == TrainingStatistics.BATCH;
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
    return running.state(channels(input));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Tensor scale = affine.scale(call.parameters(), x, channels(x.shape()));
    Tensor shift = affine.shift(call.parameters(), x, channels(x.shape()));
    if (call.statistics() == Statistics.RUNNING) {
      return Applied.of(by(running.read(call.state()), x, scale, shift), call.state());
    }
    Standardization batch = Standardization.ofChannels(axis(x.shape()), epsilon);
    List<Tensor> results = x.trace().apply(batch, List.of(x, scale, shift));
    Moments moments = new Moments(results.get(1), results.get(2));
    int elements = x.shape().size() / channels(x.shape()).size();
    Supplier<Parameters<Tensor>> next = () -> running.next(call.state(), moments, elements);
    return Applied.of(
        trainingStatistics.output(
            results.get(0), () -> by(running.read(next.get()), x, scale, shift)),
        call.statistics() == Statistics.BATCH ? next.get() : call.state());
  }

  private Tensor by(Moments moments, Tensor x, Tensor scale, Tensor shift) {
    return Channels.standardize(
        x, axis(x.shape()), moments.mean(), moments.deviation(epsilon), scale, shift);
  }

  private Shape channels(Shape input) {
    return Shape.of(input.dim(axis(input)));
  }

  private int axis(Shape input) {
    int axis = channelAxis < 0 ? channelAxis + input.rank() : channelAxis;
    if (axis < 1 || axis >= input.rank()) {
      throw new IllegalArgumentException(
          "BatchNorm: the channel axis must be an axis of the input behind the batch axis, but it is %s for %s. To fix: use -1 for the last one."
              .formatted(channelAxis, input));
    }
    return axis;
  }
}
