package org.normscape.backend.tf;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.tf.runtime.DeviceRuntime;
import org.normscape.backend.tf.runtime.NativeLibrary;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;

/** TensorFlow: each program is one graph, compiled for a device, where arrays live too. */
public final class TensorFlowBackend implements Backend {

  private final BackendInfo info;
  private final DeviceRuntime<?> runtime;
  private final Set<Owned> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Loads TensorFlow's native library and looks for the device.
   *
   * @throws BackendException when either is not there
   */
  @Inject
  public TensorFlowBackend(Device device) {
    this(NativeLibrary.load(device), DeviceRuntime.of(device));
  }

  /** The backend on a device that is open; the runtime is closed with it. */
  TensorFlowBackend(BackendInfo info, DeviceRuntime<?> runtime) {
    this.info = info;
    this.runtime = runtime;
  }

  @Override
  public BackendInfo info() {
    return info;
  }

  @Override
  public Executable compile(Program program, Compilation compilation) {
    compilation.check(program);
    checkOpen();
    return adopt(
        new TensorFlowExecutable<>(this, runtime, info.device().kind(), program, compilation));
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
    return type.dtype() == DType.FLOAT32
        ? put(runtime, type, data -> write(data.asFloats(), type, source))
        : Backend.super.array(type, source);
  }

  private static void write(FloatDataBuffer data, TensorType type, FloatSource source) {
    source.forEach(
        type.shape().size(),
        (first, numbers, count) -> data.offset(first).write(numbers, 0, count));
  }

  private Array tensor(TensorType type, double[] values) {
    return put(runtime, type, data -> data.asDoubles().write(values));
  }

  private Array tensor(TensorType type, float[] values) {
    return put(runtime, type, data -> data.asFloats().write(values));
  }

  private Array tensor(TensorType type, int[] values) {
    return put(runtime, type, data -> data.asInts().write(values));
  }

  private <T> Array put(DeviceRuntime<T> runtime, TensorType type, Consumer<ByteDataBuffer> fill) {
    checkOpen();
    return wrap(runtime, type, runtime.put(type, fill));
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
  <T> Array wrap(DeviceRuntime<T> runtime, TensorType type, T tensor) {
    return adopt(new TensorFlowArray<>(this, runtime, type, tensor));
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
    if (closed.get()) {
      throw new IllegalStateException(
          "tensorflow: the backend must be open, but it is closed. To fix: close it after its last use.");
    }
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      open.forEach(Owned::close);
      runtime.close();
    }
  }
}
