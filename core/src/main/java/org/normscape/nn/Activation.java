package org.normscape.nn;

import java.util.List;
import org.normscape.composite.Relu;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** A nonlinear function of each element alone. */
public enum Activation implements Fixed {
  /** {@code max(x, 0)}; its derivative at 0 is 0. */
  RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code 1 / (1 + e^-x)}. */
  SIGMOID,
  /** {@code log(1 + e^x)}. */
  SOFTPLUS;

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Tensor apply(Tensor x) {
    return switch (this) {
      case RELU -> x.trace().apply(new Relu(), List.of(x)).get(0);
      case TANH -> x.tanh();
      case SIGMOID -> x.sigmoid();
      case SOFTPLUS -> x.softplus();
    };
  }
}
