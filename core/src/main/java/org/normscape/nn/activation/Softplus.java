package org.normscape.nn.activation;

import com.google.auto.service.AutoService;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;

/** The smooth rectifier {@code log(1 + e^x)}. */
@AutoService({Activation.class, Layer.class})
public record Softplus() implements Activation {

  @Override
  public Tensor apply(Tensor x) {
    return x.softplus();
  }
}
