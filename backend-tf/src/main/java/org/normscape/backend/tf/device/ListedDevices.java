package org.normscape.backend.tf.device;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/**
 * The devices that TensorFlow lists once it is loaded. It leaves out GPUs that it does not like,
 * and counts the others anew.
 *
 * @param names their full names, such as {@code /job:localhost/replica:0/task:0/device:CPU:0}
 */
public record ListedDevices(List<String> names) {

  private static final String GPU = "/device:GPU:";

  public ListedDevices {
    names = List.copyOf(names);
  }

  /** Those that TensorFlow has under a configuration; loads its natives, and opens GPUs. */
  @SuppressWarnings("try") // The scope is held, not used.
  public static ListedDevices under(ConfigProto configuration) {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TFE_ContextOptions options = TFE_ContextOptions.newContextOptions();
      byte[] bytes = configuration.toByteArray();
      tensorflow.TFE_ContextOptionsSetConfig(options, new BytePointer(bytes), bytes.length, status);
      status.throwExceptionIfNotOK();
      TFE_Context context = TFE_Context.newContext(options, status);
      status.throwExceptionIfNotOK();
      return new ListedDevices(names(context, status));
    }
  }

  private static List<String> names(TFE_Context context, TF_Status status) {
    TF_DeviceList devices = TFE_ContextListDevices(context, status);
    status.throwExceptionIfNotOK();
    try {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < TF_DeviceListCount(devices); i++) {
        names.add(TF_DeviceListName(devices, i, status).getString());
        status.throwExceptionIfNotOK();
      }
      return names;
    } finally {
      tensorflow.TF_DeleteDeviceList(devices);
    }
  }

  /**
   * Checks that a GPU is listed, and has kept its number.
   *
   * @throws BackendException when it is not
   */
  public void check(Device device, FoundGpu gpu) {
    List<String> listed = names.stream().filter(name -> name.contains(GPU)).toList();
    if (listed.stream().noneMatch(name -> name.endsWith(gpu.name()))) {
      throw Refusal.of(
          "TensorFlow must list %s, but it lists %s",
          "see why with --verbose, which shows what TensorFlow says when it loads (one of fewer than 8 multiprocessors beside a larger GPU needs TF_MIN_GPU_MULTIPROCESSOR_COUNT=1)",
          device,
          names);
    }
    if (listed.size() != gpu.count()) {
      throw Refusal.of(
          "TensorFlow must list each of %s GPUs, or %s may be another one, but it lists %s",
          "set CUDA_VISIBLE_DEVICES to the one to be used, and the device to gpu:0",
          gpu.count(),
          device,
          listed.size());
    }
  }
}
