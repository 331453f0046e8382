/**
 * Normalizations of weights.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.weight.WeightNorm}, {@link
 *       org.normscape.norm.weight.CenteredWeightNorm}
 *   <dd>length and direction of each filter apart
 *   <dt>{@link org.normscape.norm.weight.WeightCentralization}
 *   <dd>filters of mean 0
 *   <dt>{@link org.normscape.norm.weight.WeightStandardization}, {@link
 *       org.normscape.norm.weight.ScaledWeightStandardization}
 *   <dd>filters of mean 0 and one variance
 *   <dt>{@link org.normscape.norm.weight.SpectralNorm}, {@link
 *       org.normscape.norm.weight.ConvergedSpectralNorm}, {@link
 *       org.normscape.norm.weight.SigmaReparam}
 *   <dd>matrices of one spectral norm
 * </dl>
 */
@NullMarked
package org.normscape.norm.weight;

import org.jspecify.annotations.NullMarked;
