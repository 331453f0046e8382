package org.normscape.experiments.cli.surroundings;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.audit.Auditor;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;

/**
 * The backends there are, on one device. Each brings a Guice module or a {@link BackendProvider},
 * found by {@link ServiceLoader}; natives load only for the one that is opened.
 */
public final class Injection {

  /** The backend that is always there, in plain Java. */
  public static final String REFERENCE = Backends.REFERENCE;

  private final Map<String, Provider<Backend>> backends;
  private final Device device;

  private Injection(Injector injector, Device device) {
    Map<String, Provider<Backend>> injected = injector.getInstance(Key.get(new TypeLiteral<>() {}));
    this.backends = new TreeMap<>(injected);
    this.device = device;
    ServiceLoader.load(BackendProvider.class)
        .forEach(provider -> backends.putIfAbsent(provider.name(), () -> provider.open(device)));
  }

  /**
   * The backends on this device, with those that other modules bring.
   *
   * @param more modules beside those that {@link ServiceLoader} finds
   */
  static Injection on(Device device, List<Module> more) {
    List<Module> modules = new ArrayList<>(List.of(new Strict(), new Here(device)));
    ServiceLoader.load(Module.class).forEach(modules::add);
    modules.addAll(more);
    return new Injection(Guice.createInjector(modules), device);
  }

  /** What backends know of devices beside the CPU: the name of each thing, and a sentence. */
  public static Map<String, String> describeDevices() {
    Map<String, String> described = new LinkedHashMap<>();
    ServiceLoader.load(BackendProvider.class)
        .forEach(provider -> described.putAll(provider.describeDevices()));
    return described;
  }

  /** The words by which backends are chosen. */
  public Set<String> names() {
    return new TreeSet<>(backends.keySet());
  }

  /**
   * Whether a {@link BackendProvider} opens it, in this process and in others. What a module alone
   * binds is known to this one.
   */
  public boolean isProvided(String name) {
    return ServiceLoader.load(BackendProvider.class).stream()
        .anyMatch(provider -> provider.get().name().equals(name));
  }

  /** Checks that there is a backend of this name; loads nothing. */
  public void check(String name) {
    if (!backends.containsKey(name)) {
      throw UserError.usage(
          "backend: must be one of %s, but it is \"%s\". To fix: %s."
              .formatted(names(), name, Nearest.remedy(name, names())));
    }
  }

  /**
   * Opens a backend; its natives load here.
   *
   * @throws UserError when there is none of this name, or it cannot run here
   */
  public Backend open(String name) {
    check(name);
    try {
      return Objects.requireNonNull(backends.get(name)).get();
    } catch (BackendException | ProvisionException | LinkageError e) {
      throw unavailable(name, e);
    }
  }

  /** As {@link #open(String)}, behind an audit of its kernels. */
  public Backend open(String name, Auditor auditor) {
    return auditor.audited(open(name));
  }

  private UserError unavailable(String name, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof BackendException cause) {
        return UserError.failure(String.valueOf(cause.getMessage()), thrown);
      }
    }
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return UserError.failure(
        "backend: the natives of %s must load for %s, but they do not (%s). To fix: see \"normscape doctor\", or choose another backend."
            .formatted(name, device, root),
        thrown);
  }

  /** The switches under which injection says what is wrong instead of guessing. */
  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().disableCircularProxies();
      binder().requireExactBindingAnnotations();
    }
  }

  /** The device, and the backend that is always there. */
  private static final class Here extends AbstractModule {

    private final Device device;

    Here(Device device) {
      this.device = device;
    }

    @Override
    protected void configure() {
      bind(Device.class).toInstance(device);
      MapBinder.newMapBinder(binder(), String.class, Backend.class)
          .addBinding(REFERENCE)
          .toProvider(() -> Backends.raw(REFERENCE, device));
    }
  }
}
