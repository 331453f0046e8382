/** The loss on planes through a point: {@link org.normscape.probe.plane.Plane}. */
@NullMarked
package org.normscape.probe.plane;

import org.jspecify.annotations.NullMarked;
