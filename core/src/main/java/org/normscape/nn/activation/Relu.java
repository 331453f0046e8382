package org.normscape.nn.activation;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;

/** The rectifier {@code max(x, 0)}; its derivative at 0 is 0. */
@AutoService({Activation.class, Layer.class})
public record Relu() implements Activation {

  @Override
  public Tensor apply(Tensor x) {
    return x.trace().apply(new org.normscape.composite.Relu(), List.of(x)).get(0);
  }
}
