/**
 * Maxima and sums under windows and along axes, in loops of our own. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code Windows}
 *   <dd>maxima of windows and what flows back to them
 *   <dt>{@code Winners}
 *   <dd>where the largest elements stand
 *   <dt>{@code Maxima}
 *   <dd>the largest along an axis
 *   <dt>{@code ShortSums}
 *   <dd>many sums of few elements along an axis
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.window;

import org.jspecify.annotations.NullMarked;
