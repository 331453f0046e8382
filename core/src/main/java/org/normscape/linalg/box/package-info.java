/**
 * The largest value of a function in a box, on the host.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.box.BoxSearch}
 *   <dd>a way to look for it: {@link org.normscape.linalg.box.ProjectedSigns}, {@link
 *       org.normscape.linalg.box.LBfgsB}
 *   <dt>{@link org.normscape.linalg.box.BoundedMinimizer}
 *   <dd>the algorithm L-BFGS-B: a smallest value between bounds
 * </dl>
 */
@NullMarked
package org.normscape.linalg.box;

import org.jspecify.annotations.NullMarked;
