/**
 * Nonlinear functions of each element alone.
 *
 * <dl>
 *   <dt>{@link org.normscape.nn.activation.Activation}
 *   <dd>what stands behind a linear layer
 *   <dt>{@link org.normscape.nn.activation.Relu}, {@link org.normscape.nn.activation.Tanh}, {@link
 *       org.normscape.nn.activation.Sigmoid}, {@link org.normscape.nn.activation.Softplus}
 *   <dd>the usual ones
 * </dl>
 */
@NullMarked
package org.normscape.nn.activation;

import org.jspecify.annotations.NullMarked;
