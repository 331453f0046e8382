/**
 * Update rules as programs, and schedules for their learning rate.
 *
 * <dl>
 *   <dt>{@link org.normscape.optim.Descent}
 *   <dd>everything that moves a network: rule, learning rate, schedule and weight decay
 *   <dt>{@link org.normscape.optim.Optimizer}
 *   <dd>from parameters and gradient to new parameters
 *   <dt>{@link org.normscape.optim.Schedule}
 *   <dd>what the learning rate is multiplied with at each step
 *   <dt>{@link org.normscape.optim.WeightDecay}
 *   <dd>a pull towards 0, and what it applies to
 * </dl>
 */
@NullMarked
package org.normscape.optim;

import org.jspecify.annotations.NullMarked;
