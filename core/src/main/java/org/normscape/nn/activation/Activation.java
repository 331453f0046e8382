package org.normscape.nn.activation;

import org.normscape.ir.Shape;
import org.normscape.nn.Fixed;

/** A nonlinear function of each element alone: what follows a linear layer. */
public interface Activation extends Fixed {

  @Override
  default Shape output(Shape input) {
    return input;
  }
}
