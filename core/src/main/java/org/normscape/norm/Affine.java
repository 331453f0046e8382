package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Constant;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.params.Parameters;

/**
 * Whether a normalization learns a scale γ, which starts at 1, and a shift β, which starts at 0.
 */
public enum Affine {
  /** Both are learned. */
  WITH,
  /** They stay 1 and 0. */
  WITHOUT;

  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";

  Parameters<ParameterSpec> parameters(Shape channels) {
    return this == WITHOUT
        ? Parameters.none()
        : Parameters.of(SCALE, new ParameterSpec(channels, Role.SCALE, Constant.ONE))
            .and(SHIFT, new ParameterSpec(channels, Role.SHIFT, Constant.ZERO));
  }

  /** The scale of each channel of {@code x}: 1 where none is learned. */
  Tensor scale(Parameters<Tensor> parameters, Tensor x, Shape channels) {
    return this == WITH ? parameters.get(SCALE) : x.trace().fill(1, x.type().withShape(channels));
  }

  /** The shift of each channel of {@code x}: 0 where none is learned. */
  Tensor shift(Parameters<Tensor> parameters, Tensor x, Shape channels) {
    return this == WITH ? parameters.get(SHIFT) : x.trace().fill(0, x.type().withShape(channels));
  }
}
