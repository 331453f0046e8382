package org.normscape.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendProvider;
import org.normscape.backend.Device;
import org.normscape.check.FaultyBackend;
import org.normscape.ir.Elementwise;
import org.normscape.reference.ReferenceBackend;

/** Backends of someone else, in a jar of their own: found by the service they provide alone. */
final class StrangersBackend {

  private StrangersBackend() {}

  /** One that computes rightly. */
  public static final class Sound implements BackendProvider {

    @Override
    public String name() {
      return "stranger";
    }

    @Override
    public Backend open(Device device) {
      return new FaultyBackend(new ReferenceBackend(), operation -> false, x -> x);
    }
  }

  /** One whose hyperbolic tangent is wrong. */
  public static final class Wrong implements BackendProvider {

    @Override
    public String name() {
      return "stranger";
    }

    @Override
    public Backend open(Device device) {
      return new FaultyBackend(
          new ReferenceBackend(), Elementwise.Tanh.class::isInstance, x -> x.times(1 + 1e-3));
    }
  }

  /** Does something while a folder on the class path provides a backend. */
  static <T> T onClassPath(
      Class<? extends BackendProvider> provider, Path folder, Supplier<T> something) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(services.resolve(BackendProvider.class.getName()), provider.getName());
      try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
        thread.setContextClassLoader(loader);
        return something.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
