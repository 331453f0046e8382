package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/** Whether a linear layer adds a learned constant, which starts at 0, to each output feature. */
public enum Bias {
  /** A constant is added. */
  WITH,
  /** None is added. */
  WITHOUT;

  private static final String PATH = "bias";

  Parameters<ParameterSpec> parameters(int features) {
    return this == WITHOUT
        ? Parameters.none()
        : Parameters.of(PATH, new ParameterSpec(Shape.of(features), Role.BIAS, Constant.ZERO));
  }

  /** {@code x}, features last, with the bias added if there is one. */
  Tensor addTo(Tensor x, Parameters<Tensor> parameters) {
    return this == WITHOUT
        ? x
        : x.plus(parameters.get(PATH).broadcast(x.shape(), x.shape().axesExcept(-1)));
  }
}
