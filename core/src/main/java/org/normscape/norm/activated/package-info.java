/**
 * Normalizations that are activation functions as well.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.activated.Activated}
 *   <dd>what they share: they stand in for the activation function of a network
 *   <dt>{@link org.normscape.norm.activated.EvoNormB0}, {@link
 *       org.normscape.norm.activated.EvoNormB1}, {@link org.normscape.norm.activated.EvoNormB2}
 *   <dd>found by search, with statistics of the batch
 *   <dt>{@link org.normscape.norm.activated.EvoNormS0}, {@link
 *       org.normscape.norm.activated.EvoNormS1}, {@link org.normscape.norm.activated.EvoNormS2}
 *   <dd>found by search, with statistics of single examples
 *   <dt>{@link org.normscape.norm.activated.ProxyNorm}
 *   <dd>standardization by what the activation function makes of normal numbers
 * </dl>
 */
@NullMarked
package org.normscape.norm.activated;

import org.jspecify.annotations.NullMarked;
