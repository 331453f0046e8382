package org.normscape.norm;

import java.util.List;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * Mean and variance of groups of elements.
 *
 * @param mean {@code Σ x / m}
 * @param variance {@code Σ (x − mean)² / m}, the biased one
 */
public record Moments(Tensor mean, Tensor variance) {

  /**
   * Those of the elements of {@code x} that share their place on the kept axes; derivatives flow
   * through both.
   */
  public static Moments of(Tensor x, List<Integer> keptAxes) {
    TensorType number = x.type().withShape(Shape.SCALAR);
    List<Tensor> inputs = List.of(x, x.trace().fill(1, number), x.trace().fill(0, number));
    List<Tensor> results = x.trace().apply(Standardization.of(keptAxes, List.of(), 1), inputs);
    return new Moments(results.get(1), results.get(2));
  }

  /** Those of each channel over the batch. */
  public static Moments ofChannels(Tensor x) {
    return of(x, List.of(x.shape().rank() - 1));
  }

  /** Those of each channel of each example. */
  public static Moments ofInstances(Tensor x) {
    return of(x, List.of(0, x.shape().rank() - 1));
  }

  /** Those of each example. */
  public static Moments ofExamples(Tensor x) {
    return of(x, List.of(0));
  }

  /** {@code √(variance + epsilon)}. */
  public Tensor deviation(double epsilon) {
    return variance.plus(epsilon).sqrt();
  }
}
