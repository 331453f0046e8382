/**
 * What can be claimed of numbers: {@link org.normscape.experiments.claim.effect.Effect}, a record
 * for each kind.
 *
 * <dl>
 *   <dt>{@code Value}, {@code Ratio}, {@code Difference}
 *   <dd>of one selection, or of two
 *   <dt>{@code Slope}, {@code Fit}
 *   <dd>of a straight line through points: {@link org.normscape.experiments.claim.effect.Points}
 *   <dt>{@code RankCorrelation}, {@code Order}, {@code Share}
 *   <dd>what runs together, in which order, and how many
 * </dl>
 */
@NullMarked
package org.normscape.experiments.claim.effect;

import org.jspecify.annotations.NullMarked;
