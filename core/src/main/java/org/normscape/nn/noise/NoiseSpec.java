package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/**
 * Noise before it is drawn.
 *
 * @param shape its extents
 * @param distribution the distribution of its elements
 */
public record NoiseSpec(Shape shape, NoiseDistribution distribution) {

  /** The type of the noise when carried in {@code dtype}. */
  public TensorType type(DType dtype) {
    return new TensorType(dtype, shape);
  }

  /** The noise of a name, row-major. */
  FloatSource draw(Naming naming) {
    return distribution.draw(shape, naming);
  }
}
