/**
 * Numbers that say how far outputs are from targets.
 *
 * <dl>
 *   <dt>{@link org.normscape.nn.loss.Loss}
 *   <dd>a loss of outputs and targets
 *   <dt>{@link org.normscape.nn.loss.LossReduction}
 *   <dd>whether it is a sum or a mean over examples
 *   <dt>{@link org.normscape.nn.loss.SoftmaxCrossEntropy}, {@link
 *       org.normscape.nn.loss.SquaredError}, {@link org.normscape.nn.loss.OneHotSquaredError}
 *   <dd>the losses
 *   <dt>{@link org.normscape.nn.loss.Labels}
 *   <dd>the check that labels name classes
 *   <dt>{@link org.normscape.nn.loss.Accuracy}
 *   <dd>the share of right classifications
 * </dl>
 */
@NullMarked
package org.normscape.nn.loss;

import org.jspecify.annotations.NullMarked;
