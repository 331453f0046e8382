package org.normscape.experiments.config.kind;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.normscape.experiments.UserError;

/** Jars that are not ours, whose records configuration can name. */
public final class Jars {

  private Jars() {}

  /**
   * A class loader that sees these jars and everything that {@code parent} sees.
   *
   * @throws UserError when one of them is no jar
   */
  public static ClassLoader loader(List<Path> jars, ClassLoader parent) {
    return jars.isEmpty()
        ? parent
        : new URLClassLoader(jars.stream().map(Jars::address).toArray(URL[]::new), parent);
  }

  private static URL address(Path jar) {
    try (ZipFile opened = new ZipFile(jar.toFile())) {
      return Path.of(opened.getName()).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("A file has an address: " + jar, e);
    } catch (IOException e) {
      throw UserError.usage(
          "--with: must be a jar, but \"%s\" is none (%s). To fix: name the file of a jar that can be read."
              .formatted(jar, e.getMessage()));
    }
  }
}
