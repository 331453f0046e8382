package org.normscape.backend;

import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The backends on the class path, for programs that do without dependency injection. */
public final class Backends {

  private Backends() {}

  /** Opens the backend with this name on the CPU. */
  public static Backend open(String name) {
    return open(name, Device.CPU);
  }

  /**
   * Opens the backend with this name.
   *
   * @throws IllegalArgumentException when there is none; the message names those there are
   * @throws BackendException when the device or the natives are not there
   */
  public static Backend open(String name, Device device) {
    TreeMap<String, BackendProvider> providers =
        ServiceLoader.load(BackendProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(BackendProvider::name, p -> p, (a, b) -> a, TreeMap::new));
    @Nullable BackendProvider provider = providers.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "backend: must be one of %s, but it is \"%s\". To fix: use one of these, or put the backend's artifact on the class path."
              .formatted(providers.keySet(), name));
    }
    return provider.open(device);
  }
}
