package org.normscape.norm.conditional;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.params.Parameters;

/**
 * Where scale and shift of a {@link ConditionalNorm} come from: a function of a condition, which
 * the call has. Implementations are records.
 */
public interface AffineSource {

  /** What the function learns, for an input of this shape. */
  Parameters<ParameterSpec> parameters(Shape input);

  /**
   * Writes the function.
   *
   * @param call with what it learned, by the paths of {@link #parameters}, and the conditions
   * @param x the input of the normalization, {@code [n, …, c]}
   * @return of the shape of x
   */
  ScaleAndShift of(Call call, Tensor x);
}
