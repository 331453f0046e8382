package org.normscape.experiments.manual;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.ResourceFolder;

/**
 * One topic of the manual. Each is a text file that comes with the program; another file is another
 * topic.
 *
 * @param name the word by which it is asked for
 * @param title what it is about, in one line
 * @param text the rest
 */
public record Topic(String name, String title, List<String> text) {

  private static final ResourceFolder FOLDER = new ResourceFolder("/manual", ".txt");

  public Topic {
    text = List.copyOf(text);
  }

  /** All of them, in alphabetical order. */
  public static List<Topic> all() {
    return FOLDER.names().stream().map(Topic::read).toList();
  }

  /** The topic of this name. */
  public static Optional<Topic> named(String name) {
    return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  private static Topic read(String name) {
    List<String> lines = FOLDER.text(name).lines().toList();
    return new Topic(name, lines.get(0), lines.subList(2, lines.size()));
  }
}
