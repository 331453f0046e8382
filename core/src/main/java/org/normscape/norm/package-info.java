/**
 * Normalizations: records with every convention spelled out.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.Normalization}
 *   <dd>a way to normalize a network: an {@link org.normscape.norm.ActivationNormalization} is a
 *       layer of it, a {@link org.normscape.norm.WeightNormalization} rewrites weights
 *   <dt>{@link org.normscape.norm.NormalizationScheme}
 *   <dd>a normalization and where in a network it acts
 *   <dt>{@link org.normscape.norm.BatchNorm}
 *   <dd>by the statistics of each channel over the batch
 *   <dt>{@link org.normscape.norm.LayerNorm}
 *   <dd>by those of each example over all its elements
 *   <dt>{@link org.normscape.norm.None}
 *   <dd>none, for comparison
 * </dl>
 */
@NullMarked
package org.normscape.norm;

import org.jspecify.annotations.NullMarked;
