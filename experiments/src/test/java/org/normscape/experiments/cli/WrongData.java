package org.normscape.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Data that is wrong in one way.
 *
 * @param name what is wrong
 * @param content what lies in the folder
 * @param sentence a part of what must be said
 * @param arguments what follows {@code data check}; FOLDER is the folder
 */
record WrongData(String name, Content content, String sentence, List<String> arguments) {

  /** Something that lies in a folder. */
  interface Content {

    /** Writes it into an empty folder. */
    void write(Path folder) throws IOException;
  }

  /** A case. */
  static WrongData of(String name, Content content, String sentence, String... arguments) {
    return new WrongData(name, content, sentence, List.of(arguments));
  }

  @Override
  public String toString() {
    return name;
  }
}
