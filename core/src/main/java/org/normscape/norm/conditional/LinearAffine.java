package org.normscape.norm.conditional;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/**
 * Scale and shift as linear maps of features: {@code scale = 1 + z · W + a}, {@code shift = z · V +
 * b}. All four start at 0, so that the scale starts at 1 and the shift at 0.
 */
final class LinearAffine {

  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";
  private static final String WEIGHT = "-weight";
  private static final String BIAS = "-bias";

  private LinearAffine() {}

  /** The matrices {@code [features, channels]} and the vectors {@code [channels]}. */
  static Parameters<ParameterSpec> parameters(int features, int channels) {
    return map(SCALE, Role.SCALE, features, channels)
        .and(map(SHIFT, Role.SHIFT, features, channels));
  }

  private static Parameters<ParameterSpec> map(String name, Role role, int features, int channels) {
    Shape matrix = Shape.of(features, channels);
    return Parameters.of(name + WEIGHT, new ParameterSpec(matrix, role, Constant.ZERO))
        .and(name + BIAS, new ParameterSpec(Shape.of(channels), role, Constant.ZERO));
  }

  /** Those of each row of {@code z}, {@code [rows, channels]}. */
  static ScaleAndShift of(Parameters<Tensor> parameters, Tensor z) {
    return new ScaleAndShift(mapped(SCALE, parameters, z).plus(1), mapped(SHIFT, parameters, z));
  }

  private static Tensor mapped(String name, Parameters<Tensor> parameters, Tensor z) {
    Tensor product = z.matmul(parameters.get(name + WEIGHT));
    Tensor bias = parameters.get(name + BIAS);
    return product.plus(bias.broadcast(product.shape(), product.shape().axesExcept(1)));
  }
}
