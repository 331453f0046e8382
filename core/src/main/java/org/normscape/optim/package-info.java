/**
 * Update rules as programs, and schedules for their learning rate.
 *
 * <dl>
 *   <dt>{@link org.normscape.optim.Optimizer}
 *   <dd>from parameters and gradient to new parameters
 *   <dt>{@link org.normscape.optim.WeightDecay}
 *   <dd>a pull towards 0, and what it applies to
 *   <dt>{@link org.normscape.optim.Schedule}
 *   <dd>the learning rate at each step
 * </dl>
 */
@NullMarked
package org.normscape.optim;

import org.jspecify.annotations.NullMarked;
