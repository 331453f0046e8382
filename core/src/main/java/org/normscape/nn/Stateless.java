package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/** A layer that remembers nothing between batches, and works on each example alone. */
public interface Stateless extends Layer {

  /**
   * Writes the layer into the program of {@code x}.
   *
   * @param parameters tensors by the paths of {@link #parameters}
   * @param x the input, batch axis first
   */
  Tensor apply(Parameters<Tensor> parameters, Tensor x);

  @Override
  default Parameters<ParameterSpec> state(Shape input) {
    return Parameters.none();
  }

  @Override
  default Applied apply(Call call, Tensor x) {
    return Applied.of(apply(call.parameters(), x));
  }
}
