/**
 * How signals and gradients travel through a network: whether the examples of a batch agree, and
 * what depth does to them.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.signal.GradientAlignment}
 *   <dd>the probe: how much of the gradient in a kernel cancels over examples and positions
 *   <dt>{@link org.normscape.probe.signal.OutputGradients}
 *   <dd>the probe: the gradient in the output of each example
 *   <dt>{@link org.normscape.probe.signal.ExampleGradients}
 *   <dd>the probe: whether the gradients of examples agree, and how noisy a batch is
 *   <dt>{@link org.normscape.probe.signal.Representations}
 *   <dd>the probe: rank and orthogonality of what layers say of the examples
 *   <dt>{@link org.normscape.probe.signal.BranchVariance}
 *   <dd>the probe: residual branches beside their shortcuts
 *   <dt>{@link org.normscape.probe.signal.JacobianSingularValues}
 *   <dd>the probe: the singular values from input to output, and their law at random weights
 * </dl>
 */
@NullMarked
package org.normscape.probe.signal;

import org.jspecify.annotations.NullMarked;
