package org.normscape.norm;

import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/**
 * Running mean and variance of each channel, an exponential average over batches:
 *
 * <pre>
 *   running ← decay · running + (1 − decay) · batch
 * </pre>
 *
 * <p>{@code decay} weighs the old value, as in Keras; PyTorch's {@code momentum} is {@code 1 −
 * decay}. State: {@code mean} and {@code variance}, {@code [c]}, and, where batches have to be
 * counted, their {@code share}, a number.
 *
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param runningVariance which variance is remembered
 * @param runningStart how they start
 */
public record RunningStatistics(
    double decay, RunningVariance runningVariance, RunningStart runningStart) {

  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  public RunningStatistics {
    Components.fraction(RunningStatistics.class, "decay", decay);
  }

  /** As in PyTorch: decay 0.9, unbiased variance, from mean 0 and variance 1. */
  public RunningStatistics() {
    this(0.9, RunningVariance.UNBIASED, RunningStart.STANDARD);
  }

  /** What is remembered. */
  public Parameters<ParameterSpec> state(Shape channels) {
    return Parameters.of(MEAN, new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and(VARIANCE, new ParameterSpec(channels, Role.STATISTIC, runningStart.variance()))
        .and(runningStart.share());
  }

  /**
   * What is remembered after one more batch.
   *
   * @param state what was remembered before
   * @param batch the statistics of the batch
   * @param elements over how many elements they were taken
   */
  public Parameters<Tensor> next(Parameters<Tensor> state, Moments batch, int elements) {
    Tensor estimate = batch.variance().times(runningVariance.factor(elements));
    return Parameters.of(MEAN, runningStart.next(state, decay, state.get(MEAN), batch.mean()))
        .and(VARIANCE, runningStart.next(state, decay, state.get(VARIANCE), estimate))
        .and(runningStart.nextShare(state, decay));
  }

  /** The statistics that a state stands for. */
  public Moments read(Parameters<Tensor> state) {
    return new Moments(
        runningStart.read(state, state.get(MEAN)), runningStart.read(state, state.get(VARIANCE)));
  }
}
