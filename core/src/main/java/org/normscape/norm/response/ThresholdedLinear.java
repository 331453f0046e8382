package org.normscape.norm.response;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Stateless;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * The thresholded linear unit, TLU, {@code max(x, τ)} (Singh and Krishnan, "Filter response
 * normalization layer: eliminating batch dependence in the training of deep neural networks", 2020,
 * equation 5). Where both are equal the derivative is that of x.
 *
 * <p>Parameter: {@code threshold}, {@code [c]}, which starts at 0.
 */
@AutoService(Layer.class)
public record ThresholdedLinear() implements Stateless {

  private static final String THRESHOLD = "threshold";

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, ThresholdedLinear.class);
    return Parameters.of(THRESHOLD, new ParameterSpec(channels, Role.SHIFT, Constant.ZERO));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return x.maximum(Channels.spread(parameters.get(THRESHOLD), x));
  }
}
