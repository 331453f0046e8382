/**
 * What flows through a network.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.activation.ActivationStatistics}
 *   <dd>the probe: mean, deviation and gradient norm of each activation
 *   <dt>{@link org.normscape.probe.activation.ActivationProfile}
 *   <dd>what it measured at one point
 *   <dt>{@link org.normscape.probe.activation.ChannelMoments}
 *   <dd>the probe: the moments of each channel, and which units are dead
 *   <dt>{@link org.normscape.probe.activation.ChannelProfile}
 *   <dd>what it measured at one point
 *   <dt>{@link org.normscape.probe.activation.MomentsAlongUpdate}
 *   <dd>the probe: the moments of each channel along one update
 * </dl>
 */
@NullMarked
package org.normscape.probe.activation;

import org.jspecify.annotations.NullMarked;
