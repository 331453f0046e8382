/**
 * What is minimized: a loss as a function of parameters, state and batch.
 *
 * <dl>
 *   <dt>{@link org.normscape.objective.Objective}
 *   <dd>the function, to be written into any program
 *   <dt>{@link org.normscape.objective.NetworkObjective}
 *   <dd>that of a network and a loss
 *   <dt>{@link org.normscape.objective.Regularized}, {@link org.normscape.objective.Variants}
 *   <dd>with weight decay, and both with and without
 *   <dt>{@link org.normscape.objective.Need}
 *   <dd>what somebody has to know of an objective
 *   <dt>{@link org.normscape.objective.Needs}, {@link org.normscape.objective.Found}
 *   <dd>what several have to know, as one program, and what was found for one of them
 *   <dt>{@link org.normscape.objective.FrozenInputs}
 *   <dd>with the values that layers hold constant as inputs
 * </dl>
 */
@NullMarked
package org.normscape.objective;

import org.jspecify.annotations.NullMarked;
