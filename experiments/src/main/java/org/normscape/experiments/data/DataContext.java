package org.normscape.experiments.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.normscape.backend.UserCache;

/**
 * What a data source takes from outside.
 *
 * @param asked the folder given on the command line
 * @param environment the environment variables
 * @param home the user's home
 * @param seed the seed of data that is drawn
 */
public record DataContext(
    Optional<Path> asked, Map<String, String> environment, Path home, long seed) {

  /** The environment variable that names a folder. */
  public static final String VARIABLE = "NORMSCAPE_DATA";

  public DataContext {
    environment = Map.copyOf(environment);
  }

  /** The context in which this folder is asked for and nothing else is there. */
  public static DataContext of(Path folder) {
    return new DataContext(Optional.of(folder), Map.of(), folder, 1);
  }

  /** The folder that the user names: on the command line, else in {@value #VARIABLE}. */
  public Optional<DataFolder> named() {
    return asked
        .map(path -> new DataFolder(path, DataFolder.Origin.OPTION))
        .or(
            () ->
                Optional.of(environment.getOrDefault(VARIABLE, ""))
                    .filter(name -> !name.isEmpty())
                    .map(name -> new DataFolder(Path.of(name), DataFolder.Origin.VARIABLE)));
  }

  /** A folder of this name in the user's cache, which need not be there. */
  public DataFolder cache(String name) {
    return new DataFolder(
        UserCache.folder(environment, home).resolve(name), DataFolder.Origin.CACHE);
  }
}
