/**
 * Update rules as programs, and schedules for their learning rate.
 *
 * <dl>
 *   <dt>{@link org.normscape.optim.Descent}
 *   <dd>everything that moves a network: rule, learning rate, schedule and weight decay
 *   <dt>{@link org.normscape.optim.Optimizer}
 *   <dd>from parameters and gradient to new parameters: {@link org.normscape.optim.Sgd}, {@link
 *       org.normscape.optim.Momentum}, {@link org.normscape.optim.Nesterov}, {@link
 *       org.normscape.optim.Adam}, {@link org.normscape.optim.AdamW}, {@link
 *       org.normscape.optim.Lars}
 *   <dt>{@link org.normscape.optim.GradientRule}
 *   <dd>one around another, which is given a changed gradient: {@link
 *       org.normscape.optim.GradientCentralization}, {@link
 *       org.normscape.optim.GradientNormClipping}, {@link
 *       org.normscape.optim.AdaptiveGradientClipping}
 *   <dt>{@link org.normscape.optim.SphereProjection}
 *   <dd>one around another, after which weights are put back to norm 1
 *   <dt>{@link org.normscape.optim.ParameterGroup}
 *   <dd>one in which some parameters have a learning rate of their own, or stay where they are
 *   <dt>{@link org.normscape.optim.Preconditioner}
 *   <dd>what a rule divides its steps by
 *   <dt>{@link org.normscape.optim.Schedule}
 *   <dd>what the learning rate is multiplied with at each step
 *   <dt>{@link org.normscape.optim.WeightDecay}
 *   <dd>a pull towards 0, and what it applies to
 * </dl>
 */
@NullMarked
package org.normscape.optim;

import org.jspecify.annotations.NullMarked;
