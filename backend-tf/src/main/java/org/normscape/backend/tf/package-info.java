/**
 * Programs as TensorFlow graphs.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.TensorFlowBackend}
 *   <dd>compiles programs to graphs and holds tensors
 *   <dt>{@link org.normscape.backend.tf.lowering}, {@link org.normscape.backend.tf.runtime}
 *   <dd>how programs become graphs, and how graphs run
 *   <dt>{@link org.normscape.backend.tf.TensorFlowProvider}
 *   <dd>by which it is found without dependency injection
 *   <dt>{@link org.normscape.backend.tf.TensorFlowModule}
 *   <dd>by which it is found with Guice
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf;

import org.jspecify.annotations.NullMarked;
