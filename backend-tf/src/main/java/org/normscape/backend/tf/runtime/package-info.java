/**
 * Devices at work: sessions on the host, functions elsewhere, and the native library below them.
 *
 * <dl>
 *   <dt>{@link org.normscape.backend.tf.runtime.DeviceRuntime}
 *   <dd>holds tensors and runs graphs
 *   <dt>{@link org.normscape.backend.tf.runtime.SessionRuntime}, {@link
 *       org.normscape.backend.tf.runtime.FunctionRuntime}
 *   <dd>the processor, and any other device
 *   <dt>{@link org.normscape.backend.tf.runtime.NativeLibrary}
 *   <dd>TensorFlow's native library: whether it is there, and which devices it has
 * </dl>
 */
@NullMarked
package org.normscape.backend.tf.runtime;

import org.jspecify.annotations.NullMarked;
