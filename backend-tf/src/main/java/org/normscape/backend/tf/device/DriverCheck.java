package org.normscape.backend.tf.device;

import java.util.List;
import java.util.stream.Collectors;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.normscape.backend.tf.device.DriverReport.CudaVersion;
import org.normscape.backend.tf.device.Gpu.Capability;

/** Whether a driver's answer allows to compute on the GPU that was asked for. */
final class DriverCheck {

  /** CUDA 12 runs on every driver of its major version ("minor version compatibility"). */
  private static final CudaVersion OLDEST = new CudaVersion(12000);

  /** TensorFlow's build has code for Pascal and everything after it. */
  private static final Capability LEAST = new Capability(6, 0);

  private DriverCheck() {}

  /**
   * The GPU that was asked for.
   *
   * @throws BackendException when there is none, or it cannot be used
   */
  static Gpu usable(Device device, DriverReport.Answered answer) {
    if (answer.cuda().number() < OLDEST.number()) {
      throw Refusal.of(
          "%s needs a driver that supports CUDA %s, but the one here supports CUDA %s",
          "install NVIDIA's driver 525 or newer", device, OLDEST, answer.cuda());
    }
    Gpu gpu = chosen(device, answer.gpus());
    if (gpu.capability().major() < LEAST.major()) {
      throw Refusal.of(
          "%s must have compute capability %s or more, for which TensorFlow has code, but it is a %s with %s",
          "choose another GPU", device, LEAST, gpu.name(), gpu.capability());
    }
    gpu.trial().check(device);
    return gpu;
  }

  private static Gpu chosen(Device device, List<Gpu> gpus) {
    if (gpus.isEmpty()) {
      throw DriverReport.noDevice(device);
    }
    return gpus.stream()
        .filter(gpu -> gpu.index() == device.index())
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    "must be one of the GPUs of this machine (%s), but it is %s",
                    "name one of these, see whether CUDA_VISIBLE_DEVICES hides some",
                    gpus.stream()
                        .map(gpu -> Device.gpu(gpu.index()).toString())
                        .collect(Collectors.joining(", ")),
                    device));
  }
}
