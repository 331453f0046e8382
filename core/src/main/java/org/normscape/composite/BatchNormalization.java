package org.normscape.composite;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.IndependentAxis;
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
 * <p>Where the variance overflows the range of the dtype, {@code y} is NaN.
 *
 * <p>Derivatives flow through mean and variance, and through all three results.
 *
 * @param channelAxis the axis of {@code x} that holds the c channels, from 0
 * @param epsilon what is added to the variance under the root
 */
public record BatchNormalization(int channelAxis, double epsilon) implements Composite {

  @Override
  public List<IndependentAxis> independentAxes(List<TensorType> inputs) {
    return List.of(new IndependentAxis(List.of(channelAxis, 0, 0), List.of(channelAxis, 0, 0)));
  }

  @Override
  public List<Tensor> body(List<Tensor> inputs) {
    List<TensorType> in = inputs.stream().map(Tensor::type).toList();
    unless(
        channelAxis >= 0 && channelAxis < in.get(0).shape().rank(),
        this,
        in,
        "the channel axis must be one of x",
        "count axes from the left, from 0");
    Standardization ofChannels = new Standardization(channelAxis, channelAxis, epsilon);
    ofChannels.check(this, in);
    return ofChannels.body(inputs);
  }
}
