package org.normscape.backend.nd4j;

import java.util.Map;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.normscape.backend.nd4j.device.Nd4jGpus;
import org.normscape.backend.nd4j.portable.PortableBackend;

/**
 * The lowering for each device: on the CPU through native memory, on a GPU through ND4J's arrays
 * and operations by name. With the system property {@value #LOWERING} = {@value #PORTABLE} the CPU
 * has the latter too.
 */
final class Nd4jDevices {

  /** Chooses the lowering for the CPU. */
  static final String LOWERING = "normscape.nd4j.lowering";

  /** The value that chooses arrays of ND4J. */
  static final String PORTABLE = "portable";

  private static final String NATIVE = "native";

  private Nd4jDevices() {}

  /**
   * Opens ND4J on a device.
   *
   * @throws BackendException when the device or the natives are not there
   */
  static Backend open(Device device) {
    if (device.kind() == Device.Kind.CPU) {
      return isPortable() ? new PortableBackend(Nd4jBackend.NAME, device) : new Nd4jBackend(device);
    }
    Nd4jGpus gpus = Nd4jGpus.ofThisMachine();
    if (!gpus.hasNatives()) {
      throw new BackendException(
          "nd4j: a GPU needs ND4J's natives for GPUs (org.nd4j:nd4j-cuda-11.6, with code for compute capabilities 3.7 to 8.9 alone, Kepler to Ada), which are not on the class path, but the device is %s; this machine has %s. To fix: choose the backend tensorflow, or cpu."
              .formatted(device, NvidiaModels.ofThisMachine().describe()),
          null);
    }
    gpus.load(device);
    return new PortableBackend(Nd4jBackend.NAME, device);
  }

  private static boolean isPortable() {
    String lowering = System.getProperty(LOWERING, NATIVE);
    if (!lowering.equals(PORTABLE) && !lowering.equals(NATIVE)) {
      throw new BackendException(
          "%s: must be %s or %s, but it is \"%s\". To fix: use one of these, or leave it away."
              .formatted(LOWERING, NATIVE, PORTABLE, lowering),
          null);
    }
    return lowering.equals(PORTABLE);
  }

  /** What there is of ND4J for GPUs, for people. */
  static Map<String, String> describe() {
    String found =
        Nd4jGpus.ofThisMachine().hasNatives()
            ? "its natives for GPUs are on the class path; they were never run by Normscape's authors on a GPU"
            : "its natives for GPUs, for compute capabilities 3.7 to 8.9, are not on the class path";
    return Map.of("nd4j on a GPU", found);
  }
}
