package org.normscape.backend.tf.device;

import java.util.Locale;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;

/**
 * TensorFlow's natives for GPUs, as they may lie on the class path. With those for the CPU beside
 * them they win, unless {@value #CHOICE} says otherwise.
 *
 * @param platform the machine, as JavaCPP names it
 * @param resources where the class path is looked at
 * @param choice the extension to which {@value #CHOICE} is set; empty for none
 */
record Flavour(String platform, ClassPath resources, String choice) {

  /** JavaCPP's property for which of several natives load. */
  static final String CHOICE = "org.bytedeco.javacpp.platform.extension";

  private static final String PLATFORM = "linux-x86_64";
  private static final String EXTENSION = "-gpu";
  private static final String LIBRARY =
      "/org/tensorflow/internal/c_api/" + PLATFORM + EXTENSION + "/libtensorflow_cc.so.2";

  /** Whether these natives are those that load. */
  boolean loads() {
    return platform.equals(PLATFORM)
        && resources.find(LIBRARY).isPresent()
        && (choice.isEmpty() || choice.equals(EXTENSION));
  }

  /**
   * Checks that there are natives for GPUs of this kind of machine at all.
   *
   * @throws BackendException when there are none
   */
  void checkPlatform(Device device) {
    if (!platform.equals(PLATFORM)) {
      throw Refusal.of(
          "%s needs TensorFlow's natives for GPUs, which there are for %s alone, but this machine is %s",
          "use such a machine", device, PLATFORM, platform);
    }
  }

  /**
   * Checks that these natives are those that load.
   *
   * @throws BackendException when they do not
   */
  void check(Device device) {
    if (resources.find(LIBRARY).isEmpty()) {
      throw Refusal.of(
          "%s needs TensorFlow's natives for GPUs, but they are not on the class path",
          "say --device %s to the launcher normscape, which fetches them once, or add org.tensorflow:tensorflow-core-native with the classifier linux-x86_64-gpu (docs/gpu.md)"
              .formatted(device),
          device);
    }
    if (!loads()) {
      throw Refusal.of(
          "%s needs TensorFlow's natives for GPUs, but -D%s=%s chooses others",
          String.format(Locale.ROOT, "leave -D%s out", CHOICE), device, CHOICE, choice);
    }
  }
}
