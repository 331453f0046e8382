package org.normscape.backend.tf;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextDisableRunMetadata;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextEnableRunMetadata;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextExportRunMetadata;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.normscape.backend.tf.runtime.FunctionRuntime;
import org.normscape.backend.tf.runtime.NativeCall;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RunMetadata;

/** The graphs that TensorFlow makes of functions, as it runs them. */
final class Recording {

  private Recording() {}

  /** One graph for each device, of each function that {@code runs} is the first to run. */
  static List<GraphDef> of(FunctionRuntime runtime, Runnable runs) {
    TFE_Context context = runtime.context().handle();
    TFE_ContextEnableRunMetadata(context);
    try (NativeCall call = new NativeCall()) {
      runs.run();
      TF_Buffer buffer = TF_Buffer.newBuffer();
      TFE_ContextExportRunMetadata(context, buffer, call.status());
      call.check();
      return RunMetadata.parseFrom(buffer.copyData()).getPartitionGraphsList();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    } finally {
      TFE_ContextDisableRunMetadata(context);
    }
  }
}
