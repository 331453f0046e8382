package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** Each example as one row, in row-major order: {@code [n, …] → [n, features]}. */
@AutoService(Layer.class)
public record Flatten() implements Fixed {

  @Override
  public Shape output(Shape input) {
    Inputs.unless(
        input.rank() >= 1, this, input, "the input must have a batch axis", "reshape the data");
    return Shape.of(input.dim(0), input.size() / input.dim(0));
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.shape().rank() == 2 ? x : x.reshape(output(x.shape()));
  }
}
