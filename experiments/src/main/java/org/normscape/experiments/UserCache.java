package org.normscape.experiments;

import java.nio.file.Path;
import java.util.Map;

/** The folder of this program in the user's cache. */
public final class UserCache {

  private UserCache() {}

  /**
   * The folder, which need not be there yet.
   *
   * @param environment the environment variables
   * @param home the user's home
   */
  public static Path folder(Map<String, String> environment, Path home) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path root = cache.isEmpty() ? home.resolve(".cache") : Path.of(cache);
    return root.resolve("normscape");
  }
}
