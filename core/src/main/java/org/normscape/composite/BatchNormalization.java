package org.normscape.composite;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * Batch normalization by the statistics of the batch (Ioffe and Szegedy, 2015, algorithm 1).
 *
 * <p>Inputs: {@code x} of any rank, {@code scale} γ and {@code shift} β, both {@code [c]}. Results:
 * {@code y} of the type of {@code x}, and the {@code mean} and the biased {@code variance}, both
 * {@code [c]}. With sums over all m elements of a channel,
 *
 * <pre>
 *   mean = Σ x / m        variance = Σ (x − mean)² / m
 *   y = (x − mean) / √(variance + epsilon) · γ + β
 * </pre>
 *
 * <p>Derivatives flow through mean and variance, and through all three results.
 *
 * @param channelAxis the axis of {@code x} that holds the c channels, from 0
 * @param epsilon what is added to the variance under the root
 */
public record BatchNormalization(int channelAxis, double epsilon) implements Composite {

  @Override
  public List<Tensor> body(List<Tensor> inputs) {
    check(inputs.stream().map(Tensor::type).toList());
    Tensor x = inputs.get(0);
    List<Integer> reduced = x.shape().axesExcept(channelAxis);
    Tensor mean = x.mean(reduced);
    Tensor centered = x.minus(mean.broadcast(x.shape(), reduced));
    Tensor variance = centered.times(centered).mean(reduced);
    Tensor deviation = variance.plus(epsilon).sqrt().broadcast(x.shape(), reduced);
    Tensor scale = inputs.get(1).broadcast(x.shape(), reduced);
    Tensor shift = inputs.get(2).broadcast(x.shape(), reduced);
    return List.of(centered.dividedBy(deviation).times(scale).plus(shift), mean, variance);
  }

  private void check(List<TensorType> in) {
    Shape x = in.get(0).shape();
    unless(
        channelAxis >= 0 && channelAxis < x.rank(),
        this,
        in,
        "the channel axis must be one of x",
        "count axes from the left, from 0");
    TensorType channels = in.get(0).withShape(Shape.of(x.dim(channelAxis)));
    unless(
        in.size() == 3
            && channels.dtype().isFloating()
            && in.get(1).equals(channels)
            && in.get(2).equals(channels),
        this,
        in,
        "inputs must be floating-point x, then scale and shift of type " + channels,
        "pass one scale and one shift for each channel");
  }
}
