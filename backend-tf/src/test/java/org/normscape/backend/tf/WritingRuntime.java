package org.normscape.backend.tf;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.normscape.backend.tf.runtime.CompiledGraph;
import org.normscape.backend.tf.runtime.DeviceRuntime;
import org.normscape.ir.TensorType;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.family.TNumber;

/**
 * A runtime of a device that nobody has: it shows what programs are lowered to, and runs nothing.
 *
 * @param reader who is shown the operations of each graph
 */
record WritingRuntime(Consumer<List<NodeDef>> reader) implements DeviceRuntime<Void> {

  /** A graph that was shown. */
  private static final class Shown implements CompiledGraph<Void> {

    @Override
    public List<Void> run(List<Void> arguments) {
      throw new UnsupportedOperationException("a graph that was written to be read");
    }

    @Override
    public void close() {}
  }

  @Override
  public DeviceSpec placement() {
    return DeviceSpec.newBuilder().deviceType(DeviceSpec.DeviceType.GPU).deviceIndex(0).build();
  }

  @Override
  public Void put(TensorType type, Consumer<ByteDataBuffer> fill) {
    throw new UnsupportedOperationException("a device without memory");
  }

  @Override
  public <R> R get(Void tensor, Function<ByteDataBuffer, R> read) {
    throw new UnsupportedOperationException("a device without memory");
  }

  @Override
  public void free(Void tensor) {}

  @Override
  public CompiledGraph<Void> compile(
      Graph graph, List<Operand<TNumber>> parameters, List<Operand<TNumber>> results) {
    reader.accept(graph.toGraphDef().getNodeList());
    graph.close();
    return new Shown();
  }

  @Override
  public void close() {}
}
