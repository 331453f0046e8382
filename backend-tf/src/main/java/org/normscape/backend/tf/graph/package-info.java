/**
 * Graphs of TensorFlow as several lowerings need them.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.graph.Node}
 *   <dd>a node of a graph and the tensor it stands for
 *   <dt>{@link org.normscape.backend.tf.graph.Framing}
 *   <dd>constants, stored repetition, frames of padding
 *   <dt>{@link org.normscape.backend.tf.graph.Sums}
 *   <dd>sums of blocks, and of their sums
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf.graph;

import org.jspecify.annotations.NullMarked;
