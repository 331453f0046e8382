package org.normscape.component;

/**
 * A record that reads a file by its own. What stands in the file decides results, so whoever keeps
 * results keeps the hash of the file beside them.
 */
public interface ReadsFile {

  /** The path of the file. */
  String file();
}
