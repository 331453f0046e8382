package org.normscape.norm;

import java.util.List;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

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
    int last = x.shape().rank() - 1;
    Tensor one = x.trace().fill(1, x.type().withShape(Shape.of(x.shape().dim(last))));
    Standardization norm = Standardization.of(keptAxes, List.of(last), 1);
    List<Tensor> results = x.trace().apply(norm, List.of(x, one, one.zeros()));
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
