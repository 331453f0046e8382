/** Places on an axis: {@link org.normscape.probe.grid.Grid} and its kinds. */
@NullMarked
package org.normscape.probe.grid;

import org.jspecify.annotations.NullMarked;
