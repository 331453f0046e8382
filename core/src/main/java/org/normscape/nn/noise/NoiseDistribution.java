package org.normscape.nn.noise;

import org.normscape.backend.FloatSource;
import org.normscape.ir.Shape;

/** A distribution from which noise is drawn. Implementations are records. */
public interface NoiseDistribution {

  /** Normal, with mean 0 and variance 1. */
  NoiseDistribution STANDARD_NORMAL = new NormalNoise(1);

  /**
   * Numbers of this distribution, row-major: which ones depends on the name alone.
   *
   * @param shape the extents of what is drawn
   */
  FloatSource draw(Shape shape, Naming naming);
}
