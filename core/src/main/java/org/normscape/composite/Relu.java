package org.normscape.composite;

import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.IndependentAxis;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * The rectifier: {@code x} where {@code x > 0}, else 0. Its derivative at 0 is 0. NaN stays NaN, so
 * that a diverged network is seen to have diverged.
 *
 * <p>Inputs: {@code x}. Results: {@code y}, of its type.
 */
public record Relu() implements Composite {

  @Override
  public List<IndependentAxis> independentAxes(List<TensorType> inputs) {
    return inputs.get(0).shape().axes().stream()
        .map(axis -> IndependentAxis.everywhere(axis, 1))
        .toList();
  }

  @Override
  public List<Tensor> body(List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    return List.of(x.zeros().greaterOrEqual(x).select(x.zeros(), x));
  }
}
