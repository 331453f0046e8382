package org.normscape.experiments.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.normscape.backend.UserCache;

/**
 * Where the examples come from, and why from there.
 *
 * @param folder the folder of CIFAR-10's files; none for the embedded data set
 * @param reason what chose it, in words
 */
public record DataSource(Optional<Path> folder, String reason) {

  /** The environment variable that names the folder. */
  public static final String VARIABLE = "NORMSCAPE_DATA";

  /**
   * The folder asked for, else that of {@code NORMSCAPE_DATA}, else the user's cache when it holds
   * one, else the embedded data set.
   *
   * @param asked the folder given on the command line
   * @param environment the environment variables
   * @param home the user's home
   */
  public static DataSource resolve(
      Optional<Path> asked, Map<String, String> environment, Path home) {
    if (asked.isPresent()) {
      return new DataSource(asked, "--data");
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!variable.isEmpty()) {
      return new DataSource(Optional.of(Path.of(variable)), VARIABLE);
    }
    Path cache = cache(environment, home);
    if (Files.isDirectory(cache)) {
      return new DataSource(Optional.of(cache), "the cache");
    }
    return new DataSource(Optional.empty(), "CIFAR-10 was not found");
  }

  /** The folder in the user's cache into which CIFAR-10 is fetched. */
  public static Path cache(Map<String, String> environment, Path home) {
    return UserCache.folder(environment, home).resolve(Cifar10.FOLDER);
  }

  /**
   * Reads and checks the examples.
   *
   * @param seed the seed of the embedded data set
   */
  public Dataset load(long seed) {
    return folder.map(Cifar10::load).orElseGet(() -> Procedural.generate(seed));
  }

  /** One sentence that says what will be used. */
  public String describe() {
    return folder
        .map(path -> "CIFAR-10 in %s (%s)".formatted(path, reason))
        .orElse("the embedded procedural data set (%s)".formatted(reason));
  }
}
