package org.normscape.backend;

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
}
