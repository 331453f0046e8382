/**
 * Probes of what stands out of the bulk of the spectrum, and of the span of the gradients of
 * classes.
 */
@NullMarked
package org.normscape.probe.curvature.outlier;

import org.jspecify.annotations.NullMarked;
