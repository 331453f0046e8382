/**
 * Standardization and its gradient in operations of TensorFlow, by rival methods.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.standardization.Standardizations}
 *   <dd>the kernel where there is one, or else the closed form
 *   <dt>{@link org.normscape.backend.tf.standardization.StandardizationMethod}
 *   <dd>a way to compute them
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf.standardization;

import org.jspecify.annotations.NullMarked;
