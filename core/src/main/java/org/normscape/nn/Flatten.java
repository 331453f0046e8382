package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** Each example as one row, in row-major order: {@code [n, …] → [n, features]}. */
public record Flatten() implements Fixed {

  @Override
  public Shape output(Shape input) {
    Inputs.unless(
        input.rank() >= 1, this, input, "the input must have a batch axis", "reshape the data");
    return Shape.of(input.dim(0), input.size() / input.dim(0));
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.reshape(output(x.shape()));
  }
}
