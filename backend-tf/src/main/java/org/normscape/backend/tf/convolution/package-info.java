/**
 * Convolutions and pools in operations of TensorFlow, by rival methods.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.convolution.Convolutions}
 *   <dd>convolution and its adjoints, each by the method that is chosen for it
 *   <dt>{@link org.normscape.backend.tf.convolution.ConvolutionMethod}
 *   <dd>a way to compute them
 *   <dt>{@link org.normscape.backend.tf.convolution.Pools}
 *   <dd>pools over windows, and their adjoints
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf.convolution;

import org.jspecify.annotations.NullMarked;
