package org.normscape.norm;

import org.normscape.ir.Tensor;
import org.normscape.nn.Fixed;

/** No normalization: the input, as it is. */
public record None() implements Normalization, Fixed {

  @Override
  public Tensor apply(Tensor x) {
    return x;
  }
}
