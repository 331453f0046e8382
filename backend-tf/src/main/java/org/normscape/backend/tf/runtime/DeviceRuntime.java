package org.normscape.backend.tf.runtime;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.normscape.backend.Device;
import org.normscape.ir.TensorType;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.family.TNumber;

/**
 * A device at work: it holds tensors and runs graphs. Numbers pass between it and the host in
 * {@link #put} and {@link #get}, and nowhere else.
 *
 * @param <T> a tensor that lives on the device
 */
public interface DeviceRuntime<T> {

  /** The runtime of a device: the processor runs sessions, any other device functions. */
  static DeviceRuntime<?> of(Device device) {
    return switch (device.kind()) {
      case CPU -> new SessionRuntime(device);
      case GPU ->
          new FunctionRuntime(
              NativeLibrary.specification(device), NativeLibrary.configuration(device));
    };
  }

  /** Where the operations of a graph are placed. */
  DeviceSpec placement();

  /** Copies numbers to the device, which {@code fill} writes in row-major order. */
  T put(TensorType type, Consumer<ByteDataBuffer> fill);

  /** Copies a tensor to the host, where {@code read} sees its numbers until it returns. */
  <R> R get(T tensor, Function<ByteDataBuffer, R> read);

  /** Gives the memory of a tensor back. */
  void free(T tensor);

  /**
   * Makes a graph ready to run many times, and takes it over.
   *
   * @param graph a graph whose operations are placed on {@link #placement}
   * @param parameters its placeholders, in the order of a run's arguments
   * @param results what a run gives, in this order
   */
  CompiledGraph<T> compile(
      Graph graph, List<Operand<TNumber>> parameters, List<Operand<TNumber>> results);

  /** Gives the device back as soon as no tensor and no graph is left on it. */
  void close();
}
