package org.normscape.backend.tf.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_DeleteTensorHandle;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewTensorHandle;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleCopyToDevice;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleResolve;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.internal.buffer.TensorBuffers;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.family.TNumber;

/**
 * Any device of TensorFlow: each graph is a function, whose arguments and results are handles of
 * tensors that stay on the device. Integers are the exception: TensorFlow keeps int32 in the host's
 * memory, whatever the device, since they are mostly shapes.
 */
public final class FunctionRuntime implements DeviceRuntime<TFE_TensorHandle> {

  private final DeviceSpec placement;
  private final EagerContext context;
  private final AtomicLong functions = new AtomicLong();

  /**
   * Opens a device.
   *
   * @param placement the device
   * @param configuration which devices there are and how they are used; one thread hands operations
   *     to the device
   */
  public FunctionRuntime(DeviceSpec placement, ConfigProto configuration) {
    this.placement = placement;
    this.context =
        new EagerContext(
            configuration.toBuilder()
                .setInterOpParallelismThreads(1)
                .setAllowSoftPlacement(false)
                .build());
  }

  /** The context in which functions run. */
  public EagerContext context() {
    return context;
  }

  @Override
  public DeviceSpec placement() {
    return placement;
  }

  @Override
  public TFE_TensorHandle put(TensorType type, Consumer<ByteDataBuffer> fill) {
    try (NativeCall call = new NativeCall()) {
      TF_Tensor host = allocate(type);
      fill.accept(TensorBuffers.toBytes(host));
      TFE_TensorHandle handle = TFE_NewTensorHandle(host, call.status());
      call.check();
      return adopt(type.dtype() == DType.INT32 ? handle : moved(handle, call));
    }
  }

  private static TF_Tensor allocate(TensorType type) {
    long bytes = (long) type.shape().size() * type.dtype().bytes();
    return TF_Tensor.allocateTensor(
        Conversions.dataType(type.dtype()).getNumber(),
        Conversions.longs(type.shape().dims()),
        bytes);
  }

  /** The same numbers on the device; {@code handle} is deleted. */
  private TFE_TensorHandle moved(TFE_TensorHandle handle, NativeCall call) {
    try {
      TFE_TensorHandle there =
          TFE_TensorHandleCopyToDevice(
              handle, context.handle(), placement.toString(), call.status());
      call.check();
      return there;
    } finally {
      TFE_DeleteTensorHandle(handle);
    }
  }

  /** Counts a tensor among the users of the context, until it is freed. */
  TFE_TensorHandle adopt(TFE_TensorHandle handle) {
    context.retain();
    return handle;
  }

  @Override
  public <R> R get(TFE_TensorHandle tensor, Function<ByteDataBuffer, R> read) {
    try (NativeCall call = new NativeCall()) {
      TF_Tensor host = TFE_TensorHandleResolve(tensor, call.status());
      call.check();
      return read.apply(TensorBuffers.toBytes(host.withDeallocator(), true));
    }
  }

  @Override
  public void free(TFE_TensorHandle tensor) {
    TFE_DeleteTensorHandle(tensor);
    context.release();
  }

  @Override
  public CompiledGraph<TFE_TensorHandle> compile(
      Graph graph, List<Operand<TNumber>> parameters, List<Operand<TNumber>> results) {
    String name = "program_" + functions.incrementAndGet();
    FunctionDefinition.add(context, name, graph, parameters, results);
    graph.close();
    return new GraphFunction(this, name, results.size());
  }

  @Override
  public void close() {
    context.release();
  }
}
