package org.normscape.backend.tf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Device;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/** TensorFlow's native library: whether it is there, which devices it has, how its sessions run. */
final class NativeLibrary {

  private static final String ONEDNN = "TF_ENABLE_ONEDNN_OPTS";

  /** TensorFlow's word for no threads between operations but that of the caller. */
  private static final int CALLER = -1;

  private NativeLibrary() {}

  /**
   * Loads the library and looks for the device.
   *
   * @throws BackendException when either is not there
   */
  static BackendInfo load(Device device) {
    String version = version();
    if (device.kind() == Device.Kind.GPU) {
      tryOut(device);
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put("threads", String.valueOf(threads()));
    details.put(ONEDNN, System.getenv().getOrDefault(ONEDNN, "unset"));
    details.put("platform", Loader.getPlatform());
    return new BackendInfo(TensorFlowProvider.NAME, version, device, details);
  }

  private static String version() {
    try {
      return TensorFlow.version();
    } catch (LinkageError e) {
      throw new BackendException(
          "tensorflow: its native library must be on the class path, but none loads on %s (%s). To fix: add org.tensorflow:tensorflow-core-native with the classifier of this platform, such as linux-x86_64, linux-x86_64-gpu, linux-arm64 or macosx-arm64."
              .formatted(platform(), e),
          e);
    }
  }

  private static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  private static void tryOut(Device device) {
    ConfigProto strict = configuration(device).toBuilder().setAllowSoftPlacement(false).build();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph).withDevice(specification(device));
      var one = tf.math.neg(tf.constant(1f));
      try (Session session = new Session(graph, strict);
          Result result = session.runner().fetch(one).run()) {
        result.get(0);
      }
    } catch (IllegalArgumentException | TensorFlowException e) {
      throw new BackendException(
          "device: TensorFlow must see the GPU, but %s is not there. To fix: use cpu, or put org.tensorflow:tensorflow-core-native with the classifier linux-x86_64-gpu on the class path in place of linux-x86_64, and CUDA 12 and cuDNN 9 on the system."
              .formatted(device),
          e);
    }
  }

  /** Where TensorFlow is to place a graph. */
  static DeviceSpec specification(Device device) {
    return DeviceSpec.newBuilder()
        .deviceType(
            switch (device.kind()) {
              case CPU -> DeviceSpec.DeviceType.CPU;
              case GPU -> DeviceSpec.DeviceType.GPU;
            })
        .deviceIndex(device.index())
        .build();
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * How a session runs. TensorFlow does not rewrite graphs: that changes bits (it divides by a
   * constant with its inverse, and adds the constants of {@code (x + s) - s} up), and programs are
   * simplified before.
   *
   * <p>On a CPU operations run one after the other, each on all threads, by the thread that asks:
   * to hand each run to another thread takes as long as a hundred small operations.
   */
  static ConfigProto configuration(Device device) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads())
        .setInterOpParallelismThreads(device.kind() == Device.Kind.CPU ? CALLER : 1)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .setGraphOptions(
            GraphOptions.newBuilder()
                .setOptimizerOptions(
                    OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
        .build();
  }
}
