package org.normscape.backend.tf;

import java.util.Arrays;
import java.util.function.Function;
import org.normscape.backend.Array;
import org.normscape.backend.tf.runtime.DeviceRuntime;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;

/**
 * A tensor on a device. Closing it while a run reads it frees the memory when that run ends.
 *
 * @param <T> a tensor of the device's runtime
 */
final class TensorFlowArray<T> implements Array, TensorFlowBackend.Owned {

  private final TensorFlowBackend owner;
  private final DeviceRuntime<T> runtime;
  private final TensorType type;
  private final T tensor;
  private int readers;
  private boolean closed;

  TensorFlowArray(TensorFlowBackend owner, DeviceRuntime<T> runtime, TensorType type, T tensor) {
    this.owner = owner;
    this.runtime = runtime;
    this.type = type;
    this.tensor = tensor;
  }

  @Override
  public TensorType type() {
    return type;
  }

  boolean belongsTo(TensorFlowBackend backend) {
    return owner == backend;
  }

  /** The tensor, kept alive until {@link #release}. */
  synchronized T acquire() {
    if (closed) {
      throw new IllegalStateException(
          "Array: must be open to be used, but %s is closed or was donated. To fix: close it after its last use, and do not donate what is still needed."
              .formatted(type));
    }
    readers++;
    return tensor;
  }

  synchronized void release() {
    readers--;
    freeIfUnused();
  }

  @Override
  public double[] toDoubles() {
    return copied(this::read);
  }

  @Override
  public float[] toFloats() {
    return type.dtype() == DType.FLOAT32 ? copied(this::floats) : Array.super.toFloats();
  }

  private <R> R copied(Function<ByteDataBuffer, R> read) {
    T acquired = acquire();
    try {
      return runtime.get(acquired, read);
    } finally {
      release();
    }
  }

  private float[] floats(ByteDataBuffer data) {
    float[] values = new float[type.shape().size()];
    data.asFloats().read(values);
    return values;
  }

  private double[] read(ByteDataBuffer data) {
    double[] values = new double[type.shape().size()];
    switch (type.dtype()) {
      case FLOAT64 -> data.asDoubles().read(values);
      case FLOAT32 -> {
        float[] floats = floats(data);
        Arrays.setAll(values, i -> floats[i]);
      }
      case INT32 -> {
        int[] ints = new int[values.length];
        data.asInts().read(ints);
        Arrays.setAll(values, i -> ints[i]);
      }
    }
    return values;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      owner.forget(this);
      freeIfUnused();
    }
  }

  private void freeIfUnused() {
    if (closed && readers == 0) {
      runtime.free(tensor);
    }
  }
}
