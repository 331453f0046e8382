/**
 * Architectures, as values that write down a network.
 *
 * <dl>
 *   <dt>{@link org.normscape.model.Model}
 *   <dd>a network for every normalization and number of outputs
 *   <dt>{@link org.normscape.model.Vgg}
 *   <dd>convolutions one after the other
 *   <dt>{@link org.normscape.model.ResNet}
 *   <dd>residual blocks, of a kind from {@code model.residual}
 *   <dt>{@link org.normscape.model.ProjectionResNet}
 *   <dd>residual blocks with projections where the shape changes, as for ImageNet
 *   <dt>{@link org.normscape.model.DeepLinear}
 *   <dd>matrices alone
 *   <dt>{@link org.normscape.model.MultilayerPerceptron}
 *   <dd>fully connected layers
 *   <dt>{@link org.normscape.model.DeepPerceptron}
 *   <dd>fully connected layers that are all equal, of any depth and width
 *   <dt>{@link org.normscape.model.FeedForward}
 *   <dd>layers of one's own
 *   <dt>{@link org.normscape.model.NetworkWriter}
 *   <dd>a network being written down, with names for its layers
 * </dl>
 */
@NullMarked
package org.normscape.model;

import org.jspecify.annotations.NullMarked;
