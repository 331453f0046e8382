/**
 * Layers: values with one pure function.
 *
 * <dl>
 *   <dt>{@link org.normscape.nn.Layer}
 *   <dd>a function of a {@link org.normscape.nn.Call}, which has its parameters and its state, and
 *       of its input; {@link org.normscape.nn.Stateless} and {@link org.normscape.nn.Fixed} layers
 *       leave some of these out
 *   <dt>{@link org.normscape.nn.Sequential}, {@link org.normscape.nn.Residual}
 *   <dd>layers made of layers
 *   <dt>{@link org.normscape.nn.activation}, {@link org.normscape.nn.loss}
 *   <dd>nonlinear functions, and numbers that say how far outputs are from targets
 *   <dt>{@link org.normscape.nn.initialization}
 *   <dd>the first values of parameters, from a seed
 *   <dt>{@link org.normscape.nn.noise}
 *   <dd>what is drawn at each step, from a seed
 * </dl>
 */
@NullMarked
package org.normscape.nn;

import org.jspecify.annotations.NullMarked;
