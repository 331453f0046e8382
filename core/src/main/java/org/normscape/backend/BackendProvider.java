package org.normscape.backend;

import java.util.Map;

/** Opens a backend: the service by which {@link Backends} finds it. Loads nothing native itself. */
public interface BackendProvider {

  /** The word by which the backend is chosen. */
  String name();

  /**
   * Opens the backend on a device; natives load here.
   *
   * @throws BackendException when the device or the natives are not there
   */
  Backend open(Device device);

  /**
   * What there is and what is missing of the devices beside the CPU, for people: the name of each
   * thing, and a sentence. Empty where the backend knows none but the CPU.
   */
  default Map<String, String> describeDevices() {
    return Map.of();
  }
}
