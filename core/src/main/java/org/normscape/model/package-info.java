/**
 * The networks of the papers, as values that write down a layer.
 *
 * <dl>
 *   <dt>{@link org.normscape.model.Vgg}
 *   <dd>convolutions one after the other
 *   <dt>{@link org.normscape.model.ResNet}
 *   <dd>residual blocks
 *   <dt>{@link org.normscape.model.DeepLinear}
 *   <dd>matrices alone
 *   <dt>{@link org.normscape.model.MultilayerPerceptron}
 *   <dd>fully connected layers
 * </dl>
 */
@NullMarked
package org.normscape.model;

import org.jspecify.annotations.NullMarked;
