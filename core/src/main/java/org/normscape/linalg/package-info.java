/**
 * Numbers out of vectors, whatever the size of their elements. No networks here.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.Range}
 *   <dd>how sums of squares are written so that they stay numbers of their type
 * </dl>
 */
@NullMarked
package org.normscape.linalg;

import org.jspecify.annotations.NullMarked;
