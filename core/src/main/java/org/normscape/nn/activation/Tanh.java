package org.normscape.nn.activation;

import com.google.auto.service.AutoService;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;

/** The hyperbolic tangent. */
@AutoService({Activation.class, Layer.class})
public record Tanh() implements Activation {

  @Override
  public Tensor apply(Tensor x) {
    return x.tanh();
  }
}
