/**
 * GPUs: whether this machine has one that TensorFlow can compute on, and the loading of NVIDIA's
 * libraries. Each thing that can be missing is one sentence with its remedy; nothing falls back to
 * the CPU.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.device.Gpus}
 *   <dd>finds a GPU, or says why there is none
 *   <dt>{@link org.normscape.backend.tf.device.FoundGpu}
 *   <dd>what TensorFlow calls it, and what is known of it
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf.device;

import org.jspecify.annotations.NullMarked;
