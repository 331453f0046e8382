package org.normscape.backend.tf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.lowering.TensorFlowLowering;
import org.normscape.backend.tf.runtime.CompiledGraph;
import org.normscape.backend.tf.runtime.DeviceRuntime;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.family.TNumber;

/**
 * A program as a graph on a device.
 *
 * @param <T> a tensor of the device's runtime
 */
final class TensorFlowExecutable<T> implements Executable, TensorFlowBackend.Owned {

  private final TensorFlowBackend owner;
  private final DeviceRuntime<T> runtime;
  private final Program program;
  private final Compilation compilation;
  private final CompiledGraph<T> graph;
  private volatile boolean closed;

  TensorFlowExecutable(
      TensorFlowBackend owner,
      DeviceRuntime<T> runtime,
      Device.Kind device,
      Program program,
      Compilation compilation) {
    this.owner = owner;
    this.runtime = runtime;
    this.program = program;
    this.compilation = compilation;
    this.graph = compiled(device);
  }

  private CompiledGraph<T> compiled(Device.Kind device) {
    Graph nodes = new Graph();
    try {
      Ops tf = Ops.create(nodes).withDevice(runtime.placement());
      List<Operand<TNumber>> placeholders =
          program.parameterTypes().stream().map(t -> placeholder(tf, t)).toList();
      List<Operand<TNumber>> results =
          new TensorFlowLowering(tf, device, compilation.methods())
              .lower(program, compilation, placeholders);
      return runtime.compile(nodes, placeholders, results);
    } catch (RuntimeException e) {
      nodes.close();
      throw e;
    }
  }

  private static Operand<TNumber> placeholder(Ops tf, TensorType type) {
    return Conversions.untyped(
        tf.placeholder(
            Conversions.type(type.dtype()), Placeholder.shape(Conversions.shape(type.shape()))));
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public Compilation compilation() {
    return compilation;
  }

  @Override
  public List<Array> run(List<Array> arguments) {
    Executable.check(program, compilation, arguments);
    if (closed) {
      throw new IllegalStateException(
          "run: the executable must be open, but it is closed. To fix: close it after its last run.");
    }
    List<TensorFlowArray<T>> own =
        IntStream.range(0, arguments.size()).mapToObj(i -> own(i, arguments.get(i))).toList();
    List<Array> outputs = runWith(own);
    compilation.donated().forEach(i -> arguments.get(i).close());
    return outputs;
  }

  /** An array of this backend, which has one runtime and so one type of tensors. */
  @SuppressWarnings("unchecked")
  private TensorFlowArray<T> own(int position, Array array) {
    if (array instanceof TensorFlowArray<?> own && own.belongsTo(owner)) {
      return (TensorFlowArray<T>) own;
    }
    throw new IllegalArgumentException(
        "run: argument %s must be an array of the backend that compiled the program, but it is a %s of another. To fix: make it with this backend's array(...)."
            .formatted(position, array.getClass().getSimpleName()));
  }

  private List<Array> runWith(List<TensorFlowArray<T>> arguments) {
    List<TensorFlowArray<T>> acquired = new ArrayList<>();
    try {
      List<T> tensors = new ArrayList<>();
      for (TensorFlowArray<T> argument : arguments) {
        tensors.add(argument.acquire());
        acquired.add(argument);
      }
      return wrap(graph.run(tensors));
    } finally {
      acquired.forEach(TensorFlowArray::release);
    }
  }

  private List<Array> wrap(List<T> tensors) {
    List<TensorType> types = program.resultTypes();
    return IntStream.range(0, types.size())
        .mapToObj(i -> owner.wrap(runtime, types.get(i), tensors.get(i)))
        .toList();
  }

  /** Waits for runs under way. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      owner.forget(this);
      graph.close();
    }
  }
}
