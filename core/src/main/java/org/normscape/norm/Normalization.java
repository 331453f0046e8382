package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.nn.Layer;

/** A layer that rescales activations by statistics of their own, and keeps their shape. */
public interface Normalization extends Layer {

  @Override
  default Shape output(Shape input) {
    return input;
  }
}
