/**
 * Points other than where a network is: where it was at an earlier step, and those of other
 * networks. Probes measure between them and the network.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.point.OtherPoint}
 *   <dd>which point, such as {@link org.normscape.probe.point.EarlierPoint}
 *   <dt>{@link org.normscape.probe.point.KnownPoint}
 *   <dd>that point, ready for one site
 *   <dt>{@link org.normscape.probe.point.KeptPoints}
 *   <dd>the points that an instrument keeps of a training, by step
 *   <dt>{@link org.normscape.probe.point.Steps}
 *   <dd>the steps of a schedule
 * </dl>
 */
@NullMarked
package org.normscape.probe.point;

import org.jspecify.annotations.NullMarked;
