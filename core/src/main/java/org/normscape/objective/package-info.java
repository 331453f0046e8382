/**
 * What is minimized: a loss as a function of parameters, state and batch.
 *
 * <dl>
 *   <dt>{@link org.normscape.objective.Objective}
 *   <dd>the function, to be written into any program
 *   <dt>{@link org.normscape.objective.NetworkObjective}
 *   <dd>that of a network and a loss
 *   <dt>{@link org.normscape.objective.Regularized}
 *   <dd>with weight decay
 *   <dt>{@link org.normscape.objective.FrozenInputs}
 *   <dd>with the values that layers hold constant as inputs
 * </dl>
 */
@NullMarked
package org.normscape.objective;

import org.jspecify.annotations.NullMarked;
