package org.normscape.backend;

import java.nio.file.Path;
import java.util.Map;

/** The folder of this program in the user's cache. */
public final class UserCache {

  private UserCache() {}

  /**
   * The folder, which need not be there yet: in {@code XDG_CACHE_HOME}, or in {@code .cache} in the
   * user's home.
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
