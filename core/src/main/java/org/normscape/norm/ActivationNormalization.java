package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.nn.Layer;
import org.normscape.norm.place.Unit;

/** A layer that rescales activations by statistics of their own, and keeps their shape. */
public interface ActivationNormalization extends Normalization, Layer {

  @Override
  default Shape output(Shape input) {
    return input;
  }

  /** The unit with this layer at its place, before or after the activation function. */
  @Override
  default Unit normalize(Unit unit) {
    return unit.withNormalization(this);
  }
}
