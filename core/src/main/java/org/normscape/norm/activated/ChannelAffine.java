package org.normscape.norm.activated;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * A learned scale and shift of each channel of {@code [n, …, c]}: {@code y = x · scale + shift}.
 *
 * <p>Parameters: {@code scale}, which starts at 1, and {@code shift}, which starts at 0, {@code
 * [c]}.
 */
@AutoService(Layer.class)
public record ChannelAffine() implements Stateless {

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Affine.WITH.parameters(Channels.of(input, ChannelAffine.class));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return Affine.WITH.apply(parameters, x);
  }
}
