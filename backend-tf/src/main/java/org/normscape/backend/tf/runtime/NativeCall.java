package org.normscape.backend.tf.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetCode;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Message;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_RESOURCE_EXHAUSTED;

import org.bytedeco.javacpp.PointerScope;
import org.normscape.backend.BackendException;
import org.tensorflow.internal.c_api.TF_Status;

/**
 * A use of TensorFlow's C interface, in one thread: how its calls end, and the native memory that
 * is freed with it.
 */
public final class NativeCall implements AutoCloseable {

  private final PointerScope scope = new PointerScope();
  private final TF_Status status = TF_Status.newStatus();

  /** What calls report to. */
  public TF_Status status() {
    return status;
  }

  /**
   * Throws what the last call reported, if it failed.
   *
   * @throws BackendException when the device has no memory left
   */
  public void check() {
    if (TF_GetCode(status) == TF_RESOURCE_EXHAUSTED) {
      throw new BackendException(
          "device: what a program holds must fit into the memory of its device, but that is used up (%s). To fix: use smaller batches or a smaller network, or end other programs on the device."
              .formatted(TF_Message(status).getString().lines().findFirst().orElse("no details")),
          null);
    }
    status.throwExceptionIfNotOK();
  }

  @Override
  public void close() {
    scope.close();
  }
}
