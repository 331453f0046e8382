package org.normscape.experiments.config.form;

/** Names of keys behind the names of the groups that they lie in. */
public final class Paths {

  private Paths() {}

  /** A key in the group at {@code path}, which is empty for the outermost. */
  public static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The last name of a path. */
  public static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
