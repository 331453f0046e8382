/**
 * Functions of each element alone that stand in for a normalization.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.elementwise.DyT}, {@link org.normscape.norm.elementwise.Derf},
 *       {@link org.normscape.norm.elementwise.DyIsru}
 *   <dd>tanh, the error function and {@code x / √(b + x²)}, with a learned slope
 * </dl>
 */
@NullMarked
package org.normscape.norm.elementwise;

import org.jspecify.annotations.NullMarked;
