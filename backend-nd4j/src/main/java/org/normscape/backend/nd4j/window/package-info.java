/**
 * Maxima and sums under windows, in loops of our own. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code Windows}
 *   <dd>maxima of windows and what flows back to them
 *   <dt>{@code Winners}
 *   <dd>where the largest elements stand
 *   <dt>{@code Maxima}
 *   <dd>the largest along an axis
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.window;

import org.jspecify.annotations.NullMarked;
