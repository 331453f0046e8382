/**
 * The loss on planes: through a point along two directions ({@link
 * org.normscape.probe.plane.Plane}), and through points of a training ({@link
 * org.normscape.probe.plane.TrajectoryPlane}).
 */
@NullMarked
package org.normscape.probe.plane;

import org.jspecify.annotations.NullMarked;
