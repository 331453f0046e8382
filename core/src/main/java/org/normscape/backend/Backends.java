package org.normscape.backend;

import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.audit.Audit;
import org.normscape.backend.audit.Auditor;

/** The backends on the class path, for programs that do without dependency injection. */
public final class Backends {

  /** The word by which the backend in plain Java is chosen: the oracle of all others. */
  public static final String REFERENCE = "reference";

  private Backends() {}

  /** Opens the backend with this name on the CPU; its kernels are audited at first use. */
  public static Backend open(String name) {
    return open(name, Device.CPU);
  }

  /**
   * Opens the backend with this name; its kernels are audited at first use. What is found is kept
   * in the user's cache folder, and wrong kernels are logged.
   *
   * @throws IllegalArgumentException when there is none; the message names those there are
   * @throws BackendException when the device or the natives are not there
   */
  public static Backend open(String name, Device device) {
    return Auditor.ofUser(Audit.FIRST_USE).audited(raw(name, device));
  }

  /**
   * Opens the backend with this name, and trusts its kernels.
   *
   * @throws IllegalArgumentException when there is none; the message names those there are
   * @throws BackendException when the device or the natives are not there
   */
  public static Backend raw(String name, Device device) {
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
