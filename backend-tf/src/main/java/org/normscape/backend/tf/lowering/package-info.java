/**
 * Programs in operations of TensorFlow.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.lowering.TensorFlowLowering}
 *   <dd>the primitives
 *   <dt>{@link org.normscape.backend.tf.lowering.Kernels}
 *   <dd>the composites that take one operation, or fewer passes than their bodies
 *   <dt>{@link org.normscape.backend.tf.lowering.MatrixProducts}
 *   <dd>matrix products, each by the method that is chosen for it
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf.lowering;

import org.jspecify.annotations.NullMarked;
