/**
 * Numbers out of vectors, whatever the size of their elements. No networks here.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.Range}
 *   <dd>how sums of squares are written so that they stay numbers of their type
 *   <dt>{@link org.normscape.linalg.RangedProgram}
 *   <dd>a program with sums of squares, run again where elements are extreme
 *   <dt>{@link org.normscape.linalg.Norm}, {@link org.normscape.linalg.Comparison}
 *   <dd>how long a vector is; how far apart two are
 * </dl>
 */
@NullMarked
package org.normscape.linalg;

import org.jspecify.annotations.NullMarked;
