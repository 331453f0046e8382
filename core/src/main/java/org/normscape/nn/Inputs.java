package org.normscape.nn;

import org.normscape.ir.Shape;

/** What layers say about their inputs. */
final class Inputs {

  private Inputs() {}

  /** Checks that a layer is given images. */
  static void images(Layer layer, Shape input) {
    unless(
        input.rank() == 4,
        layer,
        input,
        "the input must be images [n,h,w,c]",
        "put the layer before Flatten, or reshape the data");
  }

  static void unless(boolean holds, Layer layer, Shape input, String rule, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s: %s, but it is %s. To fix: %s."
              .formatted(layer.getClass().getSimpleName(), rule, input, remedy));
    }
  }
}
