/**
 * The first values of parameters, from a seed.
 *
 * <dl>
 *   <dt>{@link org.normscape.nn.initialization.Initializer}
 *   <dd>how a parameter starts; implementations are records
 *   <dt>{@link org.normscape.nn.initialization.Initialization}
 *   <dd>gives the parameters of a network their first values
 *   <dt>{@link org.normscape.nn.initialization.Glorot}, {@link org.normscape.nn.initialization.He},
 *       {@link org.normscape.nn.initialization.Lecun}
 *   <dd>the usual scales of weights, by their fans
 * </dl>
 */
@NullMarked
package org.normscape.nn.initialization;

import org.jspecify.annotations.NullMarked;
