package org.normscape.backend.tf;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.normscape.backend.tf.runtime.CompiledGraph;
import org.normscape.backend.tf.runtime.DeviceRuntime;
import org.normscape.ir.TensorType;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.family.TNumber;

/**
 * A runtime that counts the bytes that pass between the host and its device.
 *
 * @param in the bytes that were put there
 * @param out the bytes that came back
 */
record CountingRuntime<T>(DeviceRuntime<T> runtime, AtomicLong in, AtomicLong out)
    implements DeviceRuntime<T> {

  static <T> CountingRuntime<T> of(DeviceRuntime<T> runtime) {
    return new CountingRuntime<>(runtime, new AtomicLong(), new AtomicLong());
  }

  void reset() {
    in.set(0);
    out.set(0);
  }

  @Override
  public DeviceSpec placement() {
    return runtime.placement();
  }

  @Override
  public T put(TensorType type, Consumer<ByteDataBuffer> fill) {
    return runtime.put(
        type,
        data -> {
          in.addAndGet(data.size());
          fill.accept(data);
        });
  }

  @Override
  public <R> R get(T tensor, Function<ByteDataBuffer, R> read) {
    return runtime.get(
        tensor,
        data -> {
          out.addAndGet(data.size());
          return read.apply(data);
        });
  }

  @Override
  public void free(T tensor) {
    runtime.free(tensor);
  }

  @Override
  public CompiledGraph<T> compile(
      Graph graph, List<Operand<TNumber>> parameters, List<Operand<TNumber>> results) {
    return runtime.compile(graph, parameters, results);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
