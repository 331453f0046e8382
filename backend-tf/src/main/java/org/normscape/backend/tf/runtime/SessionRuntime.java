package org.normscape.backend.tf.runtime;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.normscape.backend.Device;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.ir.TensorType;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.family.TNumber;

/**
 * The processor: each graph has a session, which runs in the thread that asks. What a session is
 * fed and what it gives lies in the host's memory, which here is the device's.
 */
final class SessionRuntime implements DeviceRuntime<Tensor> {

  private final Device device;

  SessionRuntime(Device device) {
    this.device = device;
  }

  @Override
  public DeviceSpec placement() {
    return NativeLibrary.specification(device);
  }

  @Override
  public Tensor put(TensorType type, Consumer<ByteDataBuffer> fill) {
    Tensor tensor = Tensor.of(Conversions.type(type.dtype()), Conversions.shape(type.shape()));
    try {
      fill.accept(tensor.asRawTensor().data());
      return tensor;
    } catch (RuntimeException e) {
      tensor.close();
      throw e;
    }
  }

  @Override
  public <R> R get(Tensor tensor, Function<ByteDataBuffer, R> read) {
    return read.apply(tensor.asRawTensor().data());
  }

  @Override
  public void free(Tensor tensor) {
    tensor.close();
  }

  @Override
  public CompiledGraph<Tensor> compile(
      Graph graph, List<Operand<TNumber>> parameters, List<Operand<TNumber>> results) {
    Session session = new Session(graph, NativeLibrary.configuration(device));
    return new GraphSession(graph, session, parameters, results);
  }

  /** There is nothing to give back: sessions end with their graphs. */
  @Override
  public void close() {}
}
