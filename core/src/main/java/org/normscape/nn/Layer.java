package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * A function of parameters, state and input. Implementations are records: a layer has no memory of
 * its own, and its configuration is its identity. Shapes include the batch axis, which comes first.
 */
public interface Layer {

  /**
   * The shape of the output for an input of this shape.
   *
   * @throws IllegalArgumentException when the layer does not take such an input
   */
  Shape output(Shape input);

  /** What the layer learns, for an input of this shape. */
  Parameters<ParameterSpec> parameters(Shape input);

  /** What the layer remembers between batches, for an input of this shape. */
  Parameters<ParameterSpec> state(Shape input);

  /**
   * Writes the layer into the program of {@code x}.
   *
   * @param parameters tensors by the paths of {@link #parameters}
   * @param state tensors by the paths of {@link #state}
   * @param x the input, batch axis first
   * @param statistics which statistics normalizations use
   */
  Applied apply(
      Parameters<Tensor> parameters, Parameters<Tensor> state, Tensor x, Statistics statistics);
}
