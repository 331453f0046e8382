package org.normscape.composite;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.IndependentAxis;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * Layer normalization: each example by the statistics of all its elements (Ba, Kiros and Hinton,
 * 2016, equations 3 and 4), with one scale and one shift for each channel.
 *
 * <p>Inputs: {@code x} {@code [n, …, c]} of rank 2 or more, {@code scale} γ and {@code shift} β,
 * both {@code [c]}. Results: {@code y} of the type of {@code x}, and the {@code mean} and the
 * biased {@code variance}, both {@code [n]}. With sums over all m elements of an example,
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
 * @param epsilon what is added to the variance under the root
 */
public record LayerNormalization(double epsilon) implements Composite {

  @Override
  public List<IndependentAxis> independentAxes(List<TensorType> inputs) {
    return List.of(
        new IndependentAxis(
            List.of(0, IndependentAxis.NONE, IndependentAxis.NONE), List.of(0, 0, 0)));
  }

  @Override
  public List<Tensor> body(List<Tensor> inputs) {
    List<TensorType> in = inputs.stream().map(Tensor::type).toList();
    Shape x = in.get(0).shape();
    unless(
        x.rank() >= 2,
        this,
        in,
        "x must have at least 2 axes, examples first and channels last",
        "reshape it");
    Standardization ofExamples = new Standardization(0, x.rank() - 1, epsilon);
    ofExamples.check(this, in);
    return ofExamples.body(inputs);
  }
}
