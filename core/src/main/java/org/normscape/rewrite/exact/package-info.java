/**
 * Programs rewritten so that every backend gives the same bits: no sum is rounded, whatever its
 * order, and no function is left to a library.
 *
 * <dl>
 *   <dt>{@link org.normscape.rewrite.exact.ExactArithmetic}
 *   <dd>the rewrite
 *   <dt>{@link org.normscape.rewrite.exact.ElementaryFunctions}
 *   <dd>functions such as {@code exp}, written with {@code + − × ÷ √} and comparisons
 * </dl>
 */
@NullMarked
package org.normscape.rewrite.exact;

import org.jspecify.annotations.NullMarked;
