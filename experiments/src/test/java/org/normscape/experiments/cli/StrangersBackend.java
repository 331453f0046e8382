package org.normscape.experiments.cli;

import java.io.File;
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
import org.normscape.ir.Tensor;
import org.normscape.reference.ReferenceBackend;

/** Backends of someone else, in a jar of their own: found by the service they provide alone. */
public final class StrangersBackend {

  private static final String CLASS_PATH = "java.class.path";

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

  /** One whose hyperbolic tangent ends the process, as a segmentation fault does. */
  public static final class Dying implements BackendProvider {

    private static final int SEGMENTATION_FAULT = 139;

    @Override
    public String name() {
      return "stranger";
    }

    @Override
    public Backend open(Device device) {
      return new FaultyBackend(
          new ReferenceBackend(), Elementwise.Tanh.class::isInstance, Dying::end);
    }

    private static Tensor end(Tensor x) {
      Runtime.getRuntime().halt(SEGMENTATION_FAULT);
      return x;
    }
  }

  /** Does something while a folder on the class path provides a backend. */
  public static <T> T onClassPath(
      Class<? extends BackendProvider> provider, Path folder, Supplier<T> something) {
    try {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(services.resolve(BackendProvider.class.getName()), provider.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return onClassPath(folder, something);
  }

  /** Does something while a folder or a jar is on the class path, that of other processes too. */
  public static <T> T onClassPath(Path added, Supplier<T> something) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    String path = System.getProperty(CLASS_PATH, "");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {added.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      System.setProperty(CLASS_PATH, path + File.pathSeparator + added);
      return something.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.setContextClassLoader(before);
      System.setProperty(CLASS_PATH, path);
    }
  }
}
