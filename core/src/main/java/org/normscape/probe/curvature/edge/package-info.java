/**
 * Probes of the edge of stability: curvature along the gradient and in batches, the bound that the
 * optimizer sets, and the gradient of the sharpness.
 */
@NullMarked
package org.normscape.probe.curvature.edge;

import org.jspecify.annotations.NullMarked;
