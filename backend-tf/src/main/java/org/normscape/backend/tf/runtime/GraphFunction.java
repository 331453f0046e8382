package org.normscape.backend.tf.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextRemoveFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_Execute;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpAddInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetDevice;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tensorflow.internal.c_api.TFE_Op;
import org.tensorflow.internal.c_api.TFE_TensorHandle;

/**
 * A graph as a function of a context. TensorFlow rewrites a function's graph only where a call says
 * how, and this one does not: see {@link NativeLibrary#configuration} for why.
 */
final class GraphFunction implements CompiledGraph<TFE_TensorHandle> {

  private final FunctionRuntime runtime;
  private final String name;
  private final int results;
  private final ReadWriteLock runs = new ReentrantReadWriteLock();

  /** The function of this name, which is already among those of the runtime's context. */
  GraphFunction(FunctionRuntime runtime, String name, int results) {
    this.runtime = runtime;
    this.name = name;
    this.results = results;
    runtime.context().retain();
  }

  @Override
  public List<TFE_TensorHandle> run(List<TFE_TensorHandle> arguments) {
    runs.readLock().lock();
    try (NativeCall call = new NativeCall()) {
      PointerPointer<TFE_TensorHandle> found = new PointerPointer<>(Math.max(1, results));
      IntPointer count = new IntPointer(1).put(results);
      TFE_Execute(operation(arguments, call), found, count, call.status());
      call.check();
      return IntStream.range(0, results)
          .mapToObj(i -> runtime.adopt(found.get(TFE_TensorHandle.class, i)))
          .toList();
    } finally {
      runs.readLock().unlock();
    }
  }

  private TFE_Op operation(List<TFE_TensorHandle> arguments, NativeCall call) {
    TFE_Op operation = TFE_Op.newOp(runtime.context().handle(), name, call.status());
    call.check();
    TFE_OpSetDevice(operation, runtime.placement().toString(), call.status());
    call.check();
    for (TFE_TensorHandle argument : arguments) {
      TFE_OpAddInput(operation, argument, call.status());
      call.check();
    }
    return operation;
  }

  @Override
  public void close() {
    runs.writeLock().lock();
    try (NativeCall call = new NativeCall()) {
      TFE_ContextRemoveFunction(runtime.context().handle(), name, call.status());
      call.check();
    } finally {
      runs.writeLock().unlock();
      runtime.context().release();
    }
  }
}
