package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleDeviceName;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.backend.tf.runtime.FunctionRuntime;
import org.normscape.backend.tf.runtime.NativeCall;
import org.normscape.backend.tf.runtime.NativeLibrary;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Where tensors live and operations run, on a machine that is told it has two processors. */
final class FunctionPlacementTest {

  private static final Compilation FAST = Compilation.of(Numerics.FAST);
  private static final TensorType LABELS = TensorType.int32(4);
  private static final TensorType LOGITS = TensorType.float32(4, 3);

  private final FunctionRuntime runtime = SecondProcessor.runtime();
  private final TensorFlowBackend backend = SecondProcessor.over(runtime);

  @AfterEach
  void close() {
    backend.close();
  }

  private static String device(Array array) {
    TensorFlowArray<?> own = (TensorFlowArray<?>) array;
    try (NativeCall call = new NativeCall()) {
      String name =
          TFE_TensorHandleDeviceName((TFE_TensorHandle) own.acquire(), call.status()).getString();
      call.check();
      return name;
    } finally {
      own.release();
    }
  }

  @Test
  void parametersAndResultsLiveOnTheDevice() {
    try (Steps steps = Steps.on(backend)) {
      List<Array> parameters = steps.parameters();
      Array images = steps.images();
      assertThat(parameters)
          .extracting(FunctionPlacementTest::device)
          .containsOnly(SecondProcessor.NAME);
      assertThat(device(images)).isEqualTo(SecondProcessor.NAME);
      List<Array> results =
          steps.executable().run(List.of(parameters.get(0), parameters.get(1), images));
      assertThat(results)
          .extracting(FunctionPlacementTest::device)
          .containsOnly(SecondProcessor.NAME);
    }
  }

  @Test
  void nothingOfAStepRunsOnTheHost() {
    try (Steps steps = Steps.on(backend)) {
      List<GraphDef> parts = Recording.of(runtime, () -> steps.run(2));
      assertThat(parts).hasSize(1);
      assertThat(parts.get(0).getNodeList())
          .extracting(NodeDef::getDevice)
          .containsOnly(SecondProcessor.NAME);
      assertThat(parts.get(0).getNodeList())
          .extracting(NodeDef::getOp)
          .doesNotContain("_Send", "_Recv", "_HostSend", "_HostRecv");
    }
  }

  /** Integers live on the host: they come to the device where they meet other numbers. */
  @Test
  void ofIntegersTheArgumentAloneIsOnTheHost() {
    Program hits =
        Trace.program(
            List.of(LABELS, LOGITS),
            in -> List.of(in.get(0).oneHot(3, DType.FLOAT32).times(in.get(1))));
    try (Executable executable = backend.compile(hits, FAST);
        Array labels = backend.array(LABELS, new int[] {0, 2, 1, 7});
        Array logits = backend.array(LOGITS, new double[12])) {
      assertThat(device(labels)).isEqualTo(SecondProcessor.HOST);
      List<GraphDef> parts =
          Recording.of(
              runtime, () -> executable.run(List.of(labels, logits)).forEach(Array::close));
      assertThat(parts.stream().flatMap(part -> part.getNodeList().stream()))
          .filteredOn(node -> node.getDevice().equals(SecondProcessor.HOST))
          .extracting(NodeDef::getOp)
          .containsExactlyInAnyOrder("_Arg", "_Send");
    }
  }

  @Test
  void aDeviceThatIsNotThereIsNotReplacedByTheProcessor() {
    FunctionRuntime missing =
        new FunctionRuntime(
            NativeLibrary.specification(Device.gpu(999)),
            NativeLibrary.configuration(Device.gpu(999)));
    TensorType type = TensorType.float32(2);
    Program constant = Trace.program(List.of(), (trace, in) -> List.of(trace.fill(1, type)));
    try (TensorFlowBackend absent = SecondProcessor.over(missing);
        Executable executable = absent.compile(constant, FAST)) {
      assertThatThrownBy(() -> executable.run(List.of())).hasMessageContaining("GPU:999");
      assertThatThrownBy(() -> absent.array(type, 1, 2)).hasMessageContaining("GPU:999");
    }
  }
}
