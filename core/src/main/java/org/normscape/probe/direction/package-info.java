/**
 * Directions in which probes go, and the loss along them.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.direction.Direction}
 *   <dd>where a line leads: {@link org.normscape.probe.direction.Gradient}, {@link
 *       org.normscape.probe.direction.FreshGradient}, {@link org.normscape.probe.direction.Update},
 *       {@link org.normscape.probe.direction.Random}, {@link
 *       org.normscape.probe.direction.NormalizedRandom}, {@link
 *       org.normscape.probe.direction.Toward}
 *   <dt>{@link org.normscape.probe.direction.StepScale}
 *   <dd>what the length of a step is counted in
 *   <dt>{@link org.normscape.probe.direction.LossAround}
 *   <dd>the loss around a point, along any number of directions
 * </dl>
 */
@NullMarked
package org.normscape.probe.direction;

import org.jspecify.annotations.NullMarked;
