package org.normscape.backend.tf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.family.TNumber;

/** A program as a graph with a session of its own. */
final class TensorFlowExecutable implements Executable, TensorFlowBackend.Owned {

  private final TensorFlowBackend owner;
  private final Program program;
  private final Compilation compilation;
  private final Graph graph = new Graph();
  private final List<Operand<TNumber>> placeholders;
  private final List<Operand<TNumber>> results;
  private final Session session;
  private volatile boolean closed;

  TensorFlowExecutable(
      TensorFlowBackend owner, Device device, Program program, Compilation compilation) {
    this.owner = owner;
    this.program = program;
    this.compilation = compilation;
    try {
      Ops tf = Ops.create(graph).withDevice(NativeLibrary.specification(device));
      this.placeholders = program.parameterTypes().stream().map(t -> placeholder(tf, t)).toList();
      this.results =
          new TensorFlowLowering(tf, device.kind(), compilation.methods())
              .lower(program, compilation, placeholders);
      this.session = new Session(graph, NativeLibrary.configuration(device));
    } catch (RuntimeException e) {
      graph.close();
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
    List<TensorFlowArray> own =
        IntStream.range(0, arguments.size()).mapToObj(i -> own(i, arguments.get(i))).toList();
    List<Array> outputs = runWith(own);
    compilation.donated().forEach(i -> arguments.get(i).close());
    return outputs;
  }

  private TensorFlowArray own(int position, Array array) {
    if (array instanceof TensorFlowArray own && own.belongsTo(owner)) {
      return own;
    }
    throw new IllegalArgumentException(
        "run: argument %s must be an array of the backend that compiled the program, but it is a %s of another. To fix: make it with this backend's array(...)."
            .formatted(position, array.getClass().getSimpleName()));
  }

  private List<Array> runWith(List<TensorFlowArray> arguments) {
    List<TensorFlowArray> acquired = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      for (int i = 0; i < arguments.size(); i++) {
        runner.feed(placeholders.get(i), arguments.get(i).acquire());
        acquired.add(arguments.get(i));
      }
      results.forEach(runner::fetch);
      return wrap(runner.run());
    } finally {
      acquired.forEach(TensorFlowArray::release);
    }
  }

  /** The tensors of a result, each of which is closed by itself from here on. */
  private List<Array> wrap(Result result) {
    List<TensorType> types = program.resultTypes();
    return IntStream.range(0, types.size())
        .mapToObj(i -> owner.wrap(types.get(i), result.get(i)))
        .toList();
  }

  /** Waits for runs under way. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      owner.forget(this);
      session.close();
      graph.close();
    }
  }
}
