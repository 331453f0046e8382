package org.normscape.backend.tf;

import java.util.Arrays;
import org.normscape.backend.Array;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;

/** A native tensor. Closing it while a run reads it frees the memory when that run ends. */
final class TensorFlowArray implements Array, TensorFlowBackend.Owned {

  private final TensorFlowBackend owner;
  private final TensorType type;
  private final Tensor tensor;
  private int readers;
  private boolean closed;

  TensorFlowArray(TensorFlowBackend owner, TensorType type, Tensor tensor) {
    this.owner = owner;
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
  synchronized Tensor acquire() {
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
    ByteDataBuffer data = acquire().asRawTensor().data();
    try {
      return read(data);
    } finally {
      release();
    }
  }

  @Override
  public float[] toFloats() {
    if (type.dtype() != DType.FLOAT32) {
      return Array.super.toFloats();
    }
    ByteDataBuffer data = acquire().asRawTensor().data();
    try {
      float[] values = new float[type.shape().size()];
      data.asFloats().read(values);
      return values;
    } finally {
      release();
    }
  }

  private double[] read(ByteDataBuffer data) {
    double[] values = new double[type.shape().size()];
    switch (type.dtype()) {
      case FLOAT64 -> data.asDoubles().read(values);
      case FLOAT32 -> {
        float[] floats = new float[values.length];
        data.asFloats().read(floats);
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
      tensor.close();
    }
  }
}
