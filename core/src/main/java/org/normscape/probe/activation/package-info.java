/**
 * What flows through a network.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.activation.ActivationStatistics}
 *   <dd>the probe: mean, deviation and gradient norm of each activation
 *   <dt>{@link org.normscape.probe.activation.ActivationProfile}
 *   <dd>what it measured at one point
 * </dl>
 */
@NullMarked
package org.normscape.probe.activation;

import org.jspecify.annotations.NullMarked;
