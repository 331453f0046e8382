/**
 * Normalizations whose scale and shift come from outside: functions of a condition.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.conditional.ConditionalNorm}
 *   <dd>any normalization, with such a scale and shift
 *   <dt>{@link org.normscape.norm.conditional.AffineSource}
 *   <dd>where they come from: {@link org.normscape.norm.conditional.ClassAffine} the class of an
 *       example, {@link org.normscape.norm.conditional.FeatureAffine} features of examples or
 *       places, {@link org.normscape.norm.conditional.StyleAffine} the statistics of another image,
 *       {@link org.normscape.norm.conditional.PooledAffine} the input itself
 *   <dt>{@link org.normscape.norm.conditional.ScaleAndShift}
 *   <dd>both at each element
 * </dl>
 */
@NullMarked
package org.normscape.norm.conditional;

import org.jspecify.annotations.NullMarked;
