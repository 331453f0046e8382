package org.normscape.nn;

import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/**
 * Noise before it is drawn.
 *
 * @param shape its extents
 * @param distribution the distribution of each element; elements are independent
 */
public record NoiseSpec(Shape shape, NoiseDistribution distribution) {

  /** The type of the noise when carried in {@code dtype}. */
  public TensorType type(DType dtype) {
    return new TensorType(dtype, shape);
  }
}
