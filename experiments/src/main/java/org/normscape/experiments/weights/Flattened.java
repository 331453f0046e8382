package org.normscape.experiments.weights;

import java.util.Optional;
import org.normscape.ir.Shape;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;

/** Where a network makes rows of images, whose elements libraries put in different orders. */
final class Flattened {

  private static final int IMAGE_AXES = 4;

  private Flattened() {}

  /**
   * The shape {@code [height,width,channels]} of the images that a network makes rows of, if it is
   * a sequence of layers one of which does that.
   *
   * @param input the shape of the network's input, examples first
   */
  static Optional<Shape> in(Layer network, Shape input) {
    if (!(network instanceof Sequential sequence)) {
      return Optional.empty();
    }
    Shape shape = input;
    for (Layer layer : sequence.layers().values()) {
      if (layer instanceof Flatten && shape.rank() == IMAGE_AXES) {
        return Optional.of(Shape.of(shape.dim(1), shape.dim(2), shape.dim(3)));
      }
      shape = layer.output(shape);
    }
    return Optional.empty();
  }
}
