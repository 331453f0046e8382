package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/** One learned number that is added to all elements: {@code x + bias}. It starts at 0. */
@AutoService(Layer.class)
public record ScalarBias() implements Stateless {

  private static final String BIAS = "bias";

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.of(BIAS, new ParameterSpec(Shape.SCALAR, Role.BIAS, Constant.ZERO));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return x.plus(parameters.get(BIAS).broadcast(x.shape(), x.shape().axes()));
  }
}
