package org.normscape.backend.tf;

import static org.normscape.backend.tf.Conversions.shape;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;

/** TensorFlow: each program is one graph, run through one session that lives as long as it. */
public final class TensorFlowBackend implements Backend {

  private final BackendInfo info;
  private final Device device;
  private final Set<Owned> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Loads TensorFlow's native library and looks for the device.
   *
   * @throws BackendException when either is not there
   */
  @Inject
  public TensorFlowBackend(Device device) {
    this.device = device;
    this.info = NativeLibrary.load(device);
  }

  @Override
  public BackendInfo info() {
    return info;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    compilation.check(program);
    checkOpen();
    return adopt(new TensorFlowExecutable(this, device, program, compilation));
  }

  @Override
  public Array array(TensorType type, double... values) {
    Backend.checkCount(type, values.length);
    return switch (type.dtype()) {
      case FLOAT64 -> tensor(type, values);
      case FLOAT32 -> tensor(type, floats(values.length, i -> (float) values[i]));
      case INT32 ->
          tensor(type, IntStream.range(0, values.length).map(i -> (int) values[i]).toArray());
    };
  }

  @Override
  public Array array(TensorType type, float[] values) {
    Backend.checkCount(type, values.length);
    return switch (type.dtype()) {
      case FLOAT32 -> tensor(type, values);
      case FLOAT64, INT32 ->
          array(type, IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
    };
  }

  @Override
  public Array array(TensorType type, int[] values) {
    Backend.checkCount(type, values.length);
    return switch (type.dtype()) {
      case INT32 -> tensor(type, values);
      case FLOAT32 -> tensor(type, floats(values.length, i -> (float) values[i]));
      case FLOAT64 -> tensor(type, IntStream.of(values).asDoubleStream().toArray());
    };
  }

  @Override
  public Array array(TensorType type, FloatSource source) {
    if (type.dtype() != DType.FLOAT32) {
      return Backend.super.array(type, source);
    }
    checkOpen();
    TFloat32 tensor = TFloat32.tensorOf(shape(type.shape()));
    FloatDataBuffer data = tensor.asRawTensor().data().asFloats();
    source.forEach(
        type.shape().size(),
        (first, numbers, count) -> data.offset(first).write(numbers, 0, count));
    return wrap(type, tensor);
  }

  private Array tensor(TensorType type, double[] values) {
    checkOpen();
    return wrap(type, TFloat64.tensorOf(shape(type.shape()), DataBuffers.of(values, true, false)));
  }

  private Array tensor(TensorType type, float[] values) {
    checkOpen();
    return wrap(type, TFloat32.tensorOf(shape(type.shape()), DataBuffers.of(values, true, false)));
  }

  private Array tensor(TensorType type, int[] values) {
    checkOpen();
    return wrap(type, TInt32.tensorOf(shape(type.shape()), DataBuffers.of(values, true, false)));
  }

  private static float[] floats(int count, IntToFloat value) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = value.at(i);
    }
    return floats;
  }

  /** What is closed with its backend, at the latest. */
  interface Owned {
    void close();
  }

  private interface IntToFloat {
    float at(int index);
  }

  /** An array of this backend that owns a tensor. */
  Array wrap(TensorType type, Tensor tensor) {
    return adopt(new TensorFlowArray(this, type, tensor));
  }

  /** Closes {@code resource} with this backend, if it is not closed before. */
  <T extends Owned> T adopt(T resource) {
    open.add(resource);
    return resource;
  }

  void forget(Owned resource) {
    open.remove(resource);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "tensorflow: the backend must be open, but it is closed. To fix: close it after its last use.");
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(Owned::close);
  }
}
