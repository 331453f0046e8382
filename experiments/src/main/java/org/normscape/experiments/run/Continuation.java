package org.normscape.experiments.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command that goes on with a run that was ended: with those options of the command that began
 * it that say where and how it is carried out. What is carried out the run's folder says.
 */
final class Continuation {

  /** Options with a value. */
  private static final Set<String> VALUED =
      Set.of("--data", "--with", "--jobs", "--spark", "--spark-conf", "--mlflow");

  private static final Set<String> BARE = Set.of("--fail-fast", "--tensorboard", "--quiet");

  private Continuation() {}

  /**
   * The command as it is typed.
   *
   * @param run the run's folder
   * @param begun the arguments of the command that began it
   */
  static String command(Path run, List<String> begun) {
    List<String> words = new ArrayList<>(List.of("normscape", "resume", run.toString()));
    for (int i = 0; i < begun.size(); i++) {
      String word = begun.get(i);
      if (VALUED.contains(word) && i + 1 < begun.size()) {
        words.add(word);
        words.add(begun.get(++i));
      } else if (BARE.contains(word) || VALUED.contains(beforeSign(word))) {
        words.add(word);
      }
    }
    return words.stream().map(Continuation::quoted).collect(Collectors.joining(" "));
  }

  /** The option of {@code --data=DIR}; nothing where there is no sign. */
  private static String beforeSign(String word) {
    return word.substring(0, Math.max(0, word.indexOf('=')));
  }

  /** In single quotes where a shell would see something else in it. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
