package org.normscape.backend.tf.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Device;
import org.normscape.backend.natives.NativeEnvironment;
import org.normscape.backend.natives.NativeSetting;
import org.normscape.backend.tf.TensorFlowProvider;
import org.normscape.backend.tf.device.FoundGpu;
import org.normscape.backend.tf.device.Gpus;
import org.normscape.backend.tf.device.KernelSwitches;
import org.normscape.backend.tf.device.ListedDevices;
import org.tensorflow.DeviceSpec;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/** TensorFlow's native library: whether it is there, which devices it has, how its sessions run. */
public final class NativeLibrary {

  private static final String ONEDNN = "TF_ENABLE_ONEDNN_OPTS";

  private static final String AUTOTUNE = "TF_CUDNN_USE_AUTOTUNE";

  /** TensorFlow's word for no threads between operations but that of the caller. */
  private static final int CALLER = -1;

  private NativeLibrary() {}

  /**
   * Looks for the device, loads the library, and looks for the device there.
   *
   * @throws BackendException when either is not there
   */
  public static BackendInfo load(Device device) {
    Optional<FoundGpu> gpu = find(device);
    String version = version();
    gpu.ifPresent(found -> check(device, found));
    Map<String, String> details = new LinkedHashMap<>();
    details.put("threads", String.valueOf(threads()));
    details.put(ONEDNN, System.getenv().getOrDefault(ONEDNN, "unset"));
    details.put("platform", Loader.getPlatform());
    gpu.ifPresent(found -> details.putAll(settle(device, found)));
    return new BackendInfo(TensorFlowProvider.NAME, version, device, details);
  }

  /** What has to be known, and loaded, before TensorFlow is. */
  private static Optional<FoundGpu> find(Device device) {
    Gpus gpus = Gpus.ofThisMachine();
    return switch (device.kind()) {
      case CPU -> {
        NativeEnvironment.ofThisProcess()
            .adviseOnce(TensorFlowProvider.NAME, NativeSetting.ofAllocator());
        gpus.prepare();
        yield Optional.empty();
      }
      case GPU -> Optional.of(gpus.find(device));
    };
  }

  /** Makes sure that TensorFlow has a GPU too, once it is loaded. */
  private static void check(Device device, FoundGpu gpu) {
    ListedDevices.under(configuration(device)).check(device, gpu);
  }

  /** Chooses the arithmetic of a GPU, and says with what its numbers come about. */
  private static Map<String, String> settle(Device device, FoundGpu gpu) {
    KernelSwitches.choose(device);
    KernelSwitches.deterministic();
    Map<String, String> details = new LinkedHashMap<>(gpu.details());
    details.put("tf32", KernelSwitches.isTf32() ? "on" : "off");
    details.put("deterministic kernels", KernelSwitches.isDeterministic() ? "on" : "off");
    details.put(AUTOTUNE, System.getenv().getOrDefault(AUTOTUNE, "unset"));
    return details;
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

  /** Where TensorFlow is to place a graph. */
  public static DeviceSpec specification(Device device) {
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
  public static ConfigProto configuration(Device device) {
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
