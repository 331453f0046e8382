/**
 * How signals and gradients travel through a network: whether the examples of a batch agree, and
 * what depth does to them.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.signal.GradientAlignment}
 *   <dd>the probe: how much of the gradient in a kernel cancels over examples and positions
 *   <dt>{@link org.normscape.probe.signal.OutputGradients}
 *   <dd>the probe: the gradient in the output of each example
 * </dl>
 */
@NullMarked
package org.normscape.probe.signal;

import org.jspecify.annotations.NullMarked;
