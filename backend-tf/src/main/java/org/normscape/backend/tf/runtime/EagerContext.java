package org.normscape.backend.tf.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextOptionsSetConfig;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextOptionsSetDevicePlacementPolicy;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_DEVICE_PLACEMENT_EXPLICIT;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_DeleteContext;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewContext;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.proto.ConfigProto;

/**
 * TensorFlow's context for tensors and functions on devices. It is deleted when the last of its
 * users has released it: a tensor may outlast its backend, while somebody reads it.
 */
public final class EagerContext {

  private final TFE_Context handle;
  private final AtomicLong users = new AtomicLong(1);

  /** A context with one user. Nothing is copied between devices unless a copy is asked for. */
  EagerContext(ConfigProto configuration) {
    try (NativeCall call = new NativeCall()) {
      TFE_ContextOptions options = TFE_ContextOptions.newContextOptions();
      byte[] bytes = configuration.toByteArray();
      TFE_ContextOptionsSetConfig(options, new BytePointer(bytes), bytes.length, call.status());
      call.check();
      TFE_ContextOptionsSetDevicePlacementPolicy(options, TFE_DEVICE_PLACEMENT_EXPLICIT);
      this.handle = TFE_NewContext(options, call.status());
      call.check();
    }
  }

  /** The context itself, as TensorFlow's C interface has it. */
  public TFE_Context handle() {
    return handle;
  }

  /** Adds a user. */
  void retain() {
    users.incrementAndGet();
  }

  /** Takes a user away. */
  void release() {
    if (users.decrementAndGet() == 0) {
      TFE_DeleteContext(handle);
    }
  }
}
