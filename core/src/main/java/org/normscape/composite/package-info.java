/**
 * Named operations that backends may say in one kernel; what each means is written in primitives.
 *
 * <dl>
 *   <dt>{@link org.normscape.composite.Relu}
 *   <dd>the larger of an element and 0
 *   <dt>{@link org.normscape.composite.CrossEntropy}
 *   <dd>softmax cross-entropy of each example
 *   <dt>{@link org.normscape.composite.BatchNormalization}
 *   <dd>batch normalization by the statistics of the batch
 *   <dt>{@link org.normscape.composite.LayerNormalization}
 *   <dd>layer normalization by the statistics of each example
 * </dl>
 */
@NullMarked
package org.normscape.composite;

import org.jspecify.annotations.NullMarked;
