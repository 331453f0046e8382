/**
 * What is minimized: a loss as a function of parameters, state and batch.
 *
 * <dl>
 *   <dt>{@link org.normscape.objective.Objective}
 *   <dd>the function, to be written into any program
 * </dl>
 */
@NullMarked
package org.normscape.objective;

import org.jspecify.annotations.NullMarked;
