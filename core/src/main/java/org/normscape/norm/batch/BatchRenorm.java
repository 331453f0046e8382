package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.composite.Standardization;
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
 * Batch renormalization (Ioffe, "Batch renormalization: towards reducing minibatch dependence in
 * batch-normalized models", 2017, algorithm 1): batch normalization, moved towards what the running
 * mean M and the running standard deviation S would give. For each channel of {@code [n, …, c]},
 *
 * <pre>
 *   s = √(variance + epsilon)
 *   r = clip(s / S, 1 / maxScale, maxScale)        d = clip((mean − M) / S, −maxShift, maxShift)
 *   y = ((x − mean) / s · r + d) · scale + shift
 * </pre>
 *
 * <p>r and d are frozen values: nothing flows through them, so that derivatives are those of the
 * function in which they are constants. M and S are exponential averages of mean and s, and stand
 * for them when training is over: {@code (x − M) / S · scale + shift}. The paper lets both bounds
 * grow from 1 and 0 in the first thousands of steps: {@link RenormRamp}. With {@code maxScale} 1
 * and {@code maxShift} 0 it is batch normalization.
 *
 * <p>Parameters: {@code scale} and {@code shift}, {@code [c]}; state: {@code mean} and {@code
 * deviation}, {@code [c]}; frozen: {@code r} and {@code d}, {@code [c]}.
 *
 * @param maxScale the largest r, and the inverse of the smallest one; at least 1
 * @param maxShift the largest absolute value of d; at least 0
 * @param ramp how these bounds grow; not at all, if nothing is said
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 * @see "Keras 3: BatchNormalization(renorm = True, renorm_clipping, renorm_momentum = decay)"
 */
@AutoService({Normalization.class, Layer.class})
public record BatchRenorm(
    double maxScale,
    double maxShift,
    @Flat RenormRamp ramp,
    double epsilon,
    double decay,
    Affine affine)
    implements OverBatch {

  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";
  private static final String R = "r";
  private static final String D = "d";

  public BatchRenorm {
    Components.require(
        maxScale >= 1 && maxScale < Double.POSITIVE_INFINITY,
        BatchRenorm.class,
        "maxScale",
        "must be at least 1",
        maxScale);
    Components.notNegative(BatchRenorm.class, "maxShift", maxShift);
    Components.notNegative(BatchRenorm.class, "epsilon", epsilon);
    Components.fraction(BatchRenorm.class, "decay", decay);
  }

  /** The paper's bounds when they have grown, 3 and 5; epsilon 1e-3 and decay 0.99, as in Keras. */
  public BatchRenorm() {
    this(3, 5, 1e-3, 0.99, Affine.WITH);
  }

  /** With bounds that are what is set from the first batch on. */
  public BatchRenorm(
      double maxScale, double maxShift, double epsilon, double decay, Affine affine) {
    this(maxScale, maxShift, new RenormRamp(), epsilon, decay, affine);
  }

  /** The paper's: bounds that grow to 3 and 5; epsilon 1e-3 and decay 0.99, as in Keras. */
  public static BatchRenorm ofPaper() {
    return new BatchRenorm(3, 5, RenormRamp.ofPaper(), 1e-3, 0.99, Affine.WITH);
  }

  /** Nothing flows to a bias, since d is held constant. */
  @Override
  public boolean makesBiasRedundant() {
    return true;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return affine.parameters(Channels.of(input, BatchRenorm.class));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, BatchRenorm.class);
    return Parameters.of(MEAN, new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and(DEVIATION, new ParameterSpec(channels, Role.STATISTIC, Constant.ONE))
        .and(ramp.state());
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    Shape channels = Channels.of(input, BatchRenorm.class);
    return Parameters.of(R, channels).and(D, channels);
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    Moments batch = Moments.ofChannels(x);
    Tensor deviation = batch.deviation(epsilon);
    Tensor mean = call.state().get(MEAN);
    Tensor known = call.state().get(DEVIATION);
    Tensor r = call.frozen(R, () -> r(call.state(), deviation.dividedBy(known)));
    Tensor d = call.frozen(D, () -> d(call.state(), batch.mean().minus(mean).dividedBy(known)));
    Tensor scale = affine.scale(call.parameters(), x, r.shape());
    Tensor shift = affine.shift(call.parameters(), x, r.shape());
    Standardization norm = Standardization.ofChannels(x.shape().rank() - 1, epsilon);
    List<Tensor> inputs = List.of(x, r.times(scale), d.times(scale).plus(shift));
    return Applied.of(
            x.trace().apply(norm, inputs).get(0),
            Parameters.of(MEAN, batch.mean())
                .and(DEVIATION, deviation)
                .and(ramp.same(call.state())))
        .withFrozen(Parameters.of(R, r).and(D, d));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    Tensor mean = call.state().get(MEAN);
    Tensor scale = affine.scale(call.parameters(), x, mean.shape());
    Tensor shift = affine.shift(call.parameters(), x, mean.shape());
    int axis = x.shape().rank() - 1;
    Tensor deviation = call.state().get(DEVIATION);
    return Applied.of(Channels.standardize(x, axis, mean, deviation, scale, shift), call.state())
        .withFrozen(
            Parameters.of(R, call.frozen(R, () -> mean.filled(1)))
                .and(D, call.frozen(D, mean::zeros)));
  }

  @Override
  public Parameters<Tensor> next(Parameters<Tensor> state, Parameters<Tensor> batch) {
    return OverBatch.super.next(state, batch).replacedBy(ramp.next(state));
  }

  private Tensor r(Parameters<Tensor> state, Tensor ratio) {
    Tensor largest = ramp.scale(state, maxScale, ratio);
    return ratio.maximum(largest.filled(1).dividedBy(largest)).minimum(largest);
  }

  private Tensor d(Parameters<Tensor> state, Tensor distance) {
    Tensor largest = ramp.shift(state, maxShift, distance);
    return distance.maximum(largest.negate()).minimum(largest);
  }
}
