/**
 * How training moves the ground under itself.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.shift.CovariateShift}
 *   <dd>internal covariate shift: what the layers before do to the gradient of a layer
 *   <dt>{@link org.normscape.probe.shift.ConsecutiveGradients}
 *   <dd>what an update does to the gradient
 * </dl>
 */
@NullMarked
package org.normscape.probe.shift;

import org.jspecify.annotations.NullMarked;
