/**
 * Layers and losses: records with one pure {@code apply}.
 *
 * <dl>
 *   <dt>{@link org.normscape.nn.Layer}
 *   <dd>a function of its parameters, its state and its input
 *   <dt>{@link org.normscape.nn.Loss}
 *   <dd>a number that says how far outputs are from targets
 * </dl>
 */
@NullMarked
package org.normscape.nn;

import org.jspecify.annotations.NullMarked;
