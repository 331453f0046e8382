package org.normscape.experiments.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.normscape.experiments.UserError;

/**
 * A folder that should hold data, and who said so: that is who is named when it does not.
 *
 * @param path the folder
 * @param origin who chose it
 */
public record DataFolder(Path path, Origin origin) {

  /** Who chooses a folder. */
  public enum Origin {
    /** The option {@code --data}. */
    OPTION("--data", "pass the folder of %1$s with --data"),
    /** The environment variable {@code NORMSCAPE_DATA}. */
    VARIABLE(DataContext.VARIABLE, "let NORMSCAPE_DATA name the folder of %1$s, or unset it"),
    /** The configuration of a data source. */
    SETTING("data.source.folder", "let data.source.folder name the folder of %1$s"),
    /** The user's cache, where data is looked for when nobody names a folder. */
    CACHE("the cache", "%2$s, or pass the folder of %1$s with --data"),
    /** Where packages of the operating system put data. */
    SYSTEM("the system's data", "%2$s, or pass the folder of %1$s with --data");

    private final String word;
    private final String remedy;

    Origin(String word, String remedy) {
      this.word = word;
      this.remedy = remedy;
    }

    /** The word by which a user knows it. */
    public String word() {
      return word;
    }
  }

  /** Whether it is there. */
  public boolean exists() {
    return Files.isDirectory(path);
  }

  /** A folder in this one, chosen by the same. */
  public DataFolder resolve(String name) {
    return new DataFolder(path.resolve(name), origin);
  }

  /**
   * The error of a folder that is not what it must be.
   *
   * @param title what it should hold
   * @param way how that is to be had
   * @param fault the rule, and how it is broken: {@code must be …, but …}
   */
  public UserError unusable(String title, String way, String fault) {
    return UserError.failure(
        "%s: %s. To fix: %s.".formatted(origin.word, fault, origin.remedy.formatted(title, way)));
  }
}
