/**
 * How numbers in a network are distributed: activations and gradients, and how that changes.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.distribution.ActivationHistograms}
 *   <dd>the probe: histograms and quantiles of activations
 *   <dt>{@link org.normscape.probe.distribution.GradientHistograms}
 *   <dd>the probe: the same of the entries of gradients
 *   <dt>{@link org.normscape.probe.distribution.DistributionShift}
 *   <dd>the probe: how far the distribution of each channel moves between measurements
 *   <dt>{@link org.normscape.probe.distribution.Sample}, {@link
 *       org.normscape.probe.distribution.Histogram}
 *   <dd>numbers in order, and counted in bins
 * </dl>
 */
@NullMarked
package org.normscape.probe.distribution;

import org.jspecify.annotations.NullMarked;
