package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/**
 * Every element times a constant.
 *
 * @param factor the constant
 */
@AutoService(Layer.class)
public record Times(double factor) implements Fixed {

  /** By 1. */
  public Times() {
    this(1);
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.times(factor);
  }
}
