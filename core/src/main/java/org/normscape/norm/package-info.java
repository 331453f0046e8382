/**
 * Normalizations: records with every convention spelled out.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.Normalization}
 *   <dd>a way to normalize a network: an {@link org.normscape.norm.ActivationNormalization} is a
 *       layer of it, a {@link org.normscape.norm.WeightNormalization} rewrites weights
 *   <dt>{@link org.normscape.norm.NormalizationScheme}
 *   <dd>a normalization and where in a network it acts
 *   <dt>{@link org.normscape.norm.Affine}, {@link org.normscape.norm.AffineShape}, {@link
 *       org.normscape.norm.Over}, {@link org.normscape.norm.RunningStatistics}
 *   <dd>conventions in which they differ
 *   <dt>{@link org.normscape.norm.BatchNorm}
 *   <dd>by the statistics of each channel over the batch
 *   <dt>{@link org.normscape.norm.LayerNorm}
 *   <dd>by those of each example over all its elements
 *   <dt>{@link org.normscape.norm.Moments}, {@link org.normscape.norm.Channels}, {@link
 *       org.normscape.norm.ChannelGroups}
 *   <dd>what records are written with
 *   <dt>{@link org.normscape.norm.None}
 *   <dd>none, for comparison
 * </dl>
 *
 * <p>The others stand in packages by what they look at: {@code batch}, {@code example}, {@code
 * response}, {@code activated}, {@code elementwise}, {@code weight}; {@code conditional} has those
 * whose scale and shift come from outside.
 */
@NullMarked
package org.normscape.norm;

import org.jspecify.annotations.NullMarked;
