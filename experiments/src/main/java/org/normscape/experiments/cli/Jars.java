package org.normscape.experiments.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.UserError;

/** The jars that a user names: what they offer is found wherever services are looked for. */
final class Jars {

  private Jars() {}

  /**
   * Puts jars behind the class path of this thread, for as long as the program runs.
   *
   * @throws UserError when one is not there
   */
  static void open(List<Path> jars) {
    if (jars.isEmpty()) {
      return;
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      if (!Files.isRegularFile(jar) && !Files.isDirectory(jar)) {
        throw UserError.usage(
            "--with: must be a jar or a folder of classes, but %s is not there. To fix: build it, or correct the path."
                .formatted(jar));
      }
      urls.add(url(jar));
    }
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(
        new URLClassLoader(urls.toArray(URL[]::new), thread.getContextClassLoader()));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("A path has a URL: " + jar, e);
    }
  }
}
