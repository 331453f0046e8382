package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * A function of parameters, state, noise and input. Implementations are records: a layer has no
 * memory of its own, and its configuration is its identity. Shapes include the batch axis, which
 * comes first.
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

  /** What is drawn anew for the layer at each step, but for {@link Statistics#RUNNING}. */
  default Parameters<NoiseSpec> noise(Shape input) {
    return Parameters.none();
  }

  /**
   * The values that the layer computes and holds constant under differentiation. Where they are
   * given, as inputs, its derivatives are those of a function.
   */
  default Parameters<Shape> frozen(Shape input) {
    return Parameters.none();
  }

  /**
   * Writes the layer into the program of {@code x}.
   *
   * @param call parameters, state and noise by the paths that this layer declares
   * @param x the input, batch axis first
   */
  Applied apply(Call call, Tensor x);
}
