/**
 * How sharp a minimum is, or any other point: one number each, by definitions that differ.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.sharpness.CriticalSharpness}
 *   <dd>at which learning rate the update would raise the loss
 *   <dt>{@link org.normscape.probe.sharpness.SamSharpness}
 *   <dd>the rise one step up the gradient
 *   <dt>{@link org.normscape.probe.sharpness.KeskarSharpness}
 *   <dd>the largest rise in a box
 *   <dt>{@link org.normscape.probe.sharpness.SubspaceSharpness}
 *   <dd>the same in a random subspace
 *   <dt>{@link org.normscape.probe.sharpness.AverageSharpness}
 *   <dd>the mean rise in all directions
 *   <dt>{@link org.normscape.probe.sharpness.LearningRateStress}
 *   <dd>which learning rate gradient descent survives from there
 * </dl>
 */
@NullMarked
package org.normscape.probe.sharpness;

import org.jspecify.annotations.NullMarked;
