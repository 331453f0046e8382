/**
 * Named operations that backends may say in one kernel; what each means is written in primitives.
 *
 * <dl>
 *   <dt>{@link org.normscape.composite.Relu}
 *   <dd>the larger of an element and 0
 *   <dt>{@link org.normscape.composite.CrossEntropy}
 *   <dd>softmax cross-entropy of each example
 *   <dt>{@link org.normscape.composite.Standardization}
 *   <dd>batch, layer, instance, group, ghost batch and root mean square normalization
 * </dl>
 */
@NullMarked
package org.normscape.composite;

import org.jspecify.annotations.NullMarked;
