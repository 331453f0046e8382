/**
 * Normalizations of weights.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.weight.WeightNorm}
 *   <dd>length and direction of each filter apart
 * </dl>
 */
@NullMarked
package org.normscape.norm.weight;

import org.jspecify.annotations.NullMarked;
