package org.normscape.probe.curvature;

import org.normscape.probe.Probe;
import org.normscape.probe.Site;

/**
 * A probe of one {@link Curvature}. What a normalization holds constant in its backward pass is
 * held in the second one, too: the matrix is that of the loss with these values given.
 */
public interface CurvatureProbe extends Probe {

  /** Which matrix. */
  Curvature of();

  /** Writes a product down: whatever stands in its way says so. */
  @Override
  default void check(Site site) {
    CurvatureProducts.program(of(), of().objective(site));
  }
}
