package org.normscape.norm.batch;

import com.google.auto.service.AutoService;
import java.util.List;
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
 * Switchable normalization (Luo, Ren, Peng, Zhang and Li, "Differentiable learning-to-normalize via
 * switchable normalization", 2018, equations 3 and 5): standardization by a learned mixture of the
 * statistics of instance, layer and batch normalization, in this order,
 *
 * <pre>
 *   a = softmax(meanWeight)        b = softmax(varianceWeight)
 *   y = (x − Σ a_k mean_k) / √(Σ b_k variance_k + epsilon) · scale + shift
 * </pre>
 *
 * <p>All three variances are biased ones, each of its own set; the authors' code has unbiased ones
 * of instances, and builds the others from them. Mean and variance of the batch are remembered as
 * exponential averages.
 *
 * <p>Parameters: {@code mean-weight} and {@code variance-weight}, {@code [3]}, which start at 1, so
 * that each counts a third; {@code scale} and {@code shift}, {@code [c]}. State: {@code mean} and
 * {@code variance}, {@code [c]}.
 *
 * @param epsilon what is added to the variance, under the root; at least 0
 * @param decay the weight of the old running statistics, in [0, 1]
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record SwitchNorm(double epsilon, double decay, Affine affine) implements OverBatch {

  private static final List<Integer> WEIGHTS = List.of(0);
  private static final String MEAN_WEIGHT = "mean-weight";
  private static final String VARIANCE_WEIGHT = "variance-weight";
  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  public SwitchNorm {
    Components.notNegative(SwitchNorm.class, "epsilon", epsilon);
    Components.fraction(SwitchNorm.class, "decay", decay);
  }

  /** As in the authors' code: epsilon 1e-5, decay 0.997, learned scale and shift. */
  public SwitchNorm() {
    this(1e-5, 0.997, Affine.WITH);
  }

  /** Layer normalization's share of a bias remains. */
  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    ParameterSpec weights = new ParameterSpec(Shape.of(3), Role.SCALE, Constant.ONE);
    return Parameters.of(MEAN_WEIGHT, weights)
        .and(VARIANCE_WEIGHT, weights)
        .and(affine.parameters(Channels.of(input, SwitchNorm.class)));
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    Shape channels = Channels.of(input, SwitchNorm.class);
    return Parameters.of(MEAN, new ParameterSpec(channels, Role.STATISTIC, Constant.ZERO))
        .and(VARIANCE, new ParameterSpec(channels, Role.STATISTIC, Constant.ONE));
  }

  @Override
  public Applied byBatch(Call call, Tensor x) {
    return by(call, x, Moments.ofChannels(x));
  }

  @Override
  public Applied byRunning(Call call, Tensor x) {
    return by(call, x, new Moments(call.state().get(MEAN), call.state().get(VARIANCE)));
  }

  private Applied by(Call call, Tensor x, Moments batch) {
    Moments instance = Moments.ofInstances(x);
    Moments example = Moments.ofExamples(x);
    Tensor mean =
        mixture(call.parameters().get(MEAN_WEIGHT), instance.mean(), example.mean(), batch.mean());
    Tensor variance =
        mixture(
            call.parameters().get(VARIANCE_WEIGHT),
            instance.variance(),
            example.variance(),
            batch.variance());
    List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
    Tensor deviation = variance.plus(epsilon).sqrt().broadcast(x.shape(), places);
    Tensor standardized = x.minus(mean.broadcast(x.shape(), places)).dividedBy(deviation);
    return Applied.of(
        affine.apply(call.parameters(), standardized),
        Parameters.of(MEAN, batch.mean()).and(VARIANCE, batch.variance()));
  }

  /** Of what belongs to instances {@code [n,c]}, examples {@code [n]} and channels {@code [c]}. */
  private static Tensor mixture(Tensor weights, Tensor instance, Tensor example, Tensor batch) {
    Tensor largest = weights.max(WEIGHTS).stopGradient();
    Tensor e = weights.minus(largest.broadcast(weights.shape(), WEIGHTS)).exp();
    Tensor share = e.dividedBy(e.sum().broadcast(weights.shape(), WEIGHTS));
    Shape shape = instance.shape();
    return instance
        .scaledBy(number(share, 0))
        .plus(example.scaledBy(number(share, 1)).broadcast(shape, List.of(1)))
        .plus(batch.scaledBy(number(share, 2)).broadcast(shape, List.of(0)));
  }

  private static Tensor number(Tensor row, int i) {
    return row.slice(0, i, i + 1).reshape(Shape.SCALAR);
  }
}
