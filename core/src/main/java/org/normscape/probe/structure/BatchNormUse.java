package org.normscape.probe.structure;

import java.util.List;
import java.util.Optional;
import org.normscape.composite.Center;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.Equation;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;

/**
 * A batch normalization by the statistics of the batch: {@code z = γ ŷ + β} with {@code ŷ = (y − μ)
 * / s} and {@code s = √(σ² + ε)}, for each channel over its m elements. Channels are last.
 *
 * @param rule how it standardizes
 * @param input {@code y}
 * @param scale {@code γ}, one for each channel
 * @param shift {@code β}, one for each channel
 * @param output {@code z}
 * @param mean {@code μ}, one for each channel
 * @param variance {@code σ²}, one for each channel
 */
public record BatchNormUse(
    Standardization rule,
    Tensor input,
    Tensor scale,
    Tensor shift,
    Tensor output,
    Tensor mean,
    Tensor variance) {

  /** The batch normalization whose output an activation is, if it is one. */
  static Optional<BatchNormUse> giving(Tensor activation) {
    return activation
        .definition()
        .filter(equation -> equation.outputs().get(0).equals(activation.var()))
        .filter(BatchNormUse::isBatchNorm)
        .map(equation -> of(equation, activation.trace()));
  }

  private static boolean isBatchNorm(Equation equation) {
    return equation.operation() instanceof Standardization rule
        && rule.keptAxes().size() == 1
        && rule.keptAxes().equals(rule.channelAxes())
        && rule.damping() == Damping.UNDER_ROOT
        && rule.center() == Center.MEAN
        && rule.keptAxes().get(0) == equation.inputs().get(0).type().shape().rank() - 1;
  }

  private static BatchNormUse of(Equation equation, Trace trace) {
    List<Tensor> in = equation.inputs().stream().map(trace::tensor).toList();
    List<Tensor> out = equation.outputs().stream().map(trace::tensor).toList();
    return new BatchNormUse(
        (Standardization) equation.operation(),
        in.get(0),
        in.get(1),
        in.get(2),
        out.get(0),
        out.get(1),
        out.get(2));
  }

  /** The number m of elements of a channel. */
  public int elements() {
    return input.shape().size() / mean.shape().size();
  }

  /** {@code s²}, one for each channel. */
  public Tensor squaredDeviation() {
    return variance.plus(rule.epsilon());
  }

  /** {@code ŷ}. */
  public Tensor normalized() {
    return input.minus(spread(mean)).dividedBy(spread(squaredDeviation().sqrt()));
  }

  /** One value for each channel, at each of its elements. */
  public Tensor spread(Tensor channels) {
    Shape shape = input.shape();
    return channels.broadcast(shape, shape.axesExcept(rule.keptAxes()));
  }

  /** The inner product of two tensors of the input's shape, channel by channel. */
  public Tensor inner(Tensor x, Tensor y) {
    return sum(x.times(y));
  }

  /** The sum over the elements of each channel. */
  public Tensor sum(Tensor x) {
    return x.sum(input.shape().axesExcept(rule.keptAxes()));
  }

  /** The same normalization with another scale and shift. */
  public Tensor with(Tensor otherScale, Tensor otherShift) {
    return input.trace().apply(rule, List.of(input, otherScale, otherShift)).get(0);
  }
}
