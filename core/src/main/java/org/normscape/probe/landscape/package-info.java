/**
 * The loss and its gradient along lines.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.landscape.Landscape}
 *   <dd>the probe as a configuration names it
 *   <dt>{@link org.normscape.probe.landscape.GradientLineProbe}
 *   <dd>the probe of Santurkar et al. (2018): loss, gradient predictiveness and effective
 *       β-smoothness along the gradient
 *   <dt>{@link org.normscape.probe.landscape.GradientLine}
 *   <dd>what it measured at one point
 * </dl>
 */
@NullMarked
package org.normscape.probe.landscape;

import org.jspecify.annotations.NullMarked;
