/**
 * Training a network and measuring as it goes.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.train.Training}
 *   <dd>a network on its way: the point it is at, and the compiled programs that move it
 *   <dt>{@link org.normscape.experiments.train.Step}
 *   <dd>what one batch says at one point: losses and gradients
 * </dl>
 */
@NullMarked
package org.normscape.experiments.task;

import org.jspecify.annotations.NullMarked;
