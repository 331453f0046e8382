package org.normscape.experiments.config.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.config.kind.Names;

/** The key that was probably meant by one that nothing reads. */
final class Suggestions {

  /** Words that other libraries use for the same thing, where no letters give it away. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "architecture", "model",
          "network", "model",
          "dataset", "data",
          "iterations", "steps",
          "scheduler", "schedule",
          "objective", "loss");

  private static final int MOST = 3;

  private Suggestions() {}

  /** The keys that there are, by their paths. */
  static final class Known {

    private final TreeSet<String> paths = new TreeSet<>();
    private final Map<String, List<String>> ofKinds = new HashMap<>();

    void add(String path) {
      paths.add(path);
    }

    void add(String path, @Nullable Object tree) {
      add(path);
      if (tree instanceof Map<?, ?> group) {
        group.forEach((key, value) -> add(Paths.join(path, String.valueOf(key)), value));
      }
    }

    void addOfKinds(String path, List<String> kinds) {
      ofKinds.put(path, kinds);
    }

    private List<String> kindsWith(Problem.Unknown unknown) {
      return ofKinds.getOrDefault(Paths.join(unknown.group(), unknown.key()), List.of());
    }

    private List<String> named(String name) {
      return paths.stream().filter(path -> Names.same(Paths.last(path), name)).toList();
    }

    private List<String> names() {
      return paths.stream().map(Paths::last).distinct().toList();
    }
  }

  /** What to do about a key: the surest of what may have been meant. */
  static String remedy(Problem.Unknown unknown, Known known) {
    List<String> kinds = known.kindsWith(unknown);
    if (!kinds.isEmpty()) {
      return "set %s to %s, or leave this key out"
          .formatted(Paths.join(unknown.group(), Forms.KIND), alternatives(kinds));
    }
    String meant = SYNONYMS.getOrDefault(unknown.key(), unknown.key());
    Stream<Function<String, List<String>>> guesses =
        Stream.of(
            name ->
                here(unknown, unknown.keys().stream().filter(k -> Names.same(k, name)).findFirst()),
            known::named,
            name -> here(unknown, Nearest.to(name, unknown.keys())),
            name -> Nearest.to(name, known.names()).map(known::named).orElse(List.of()));
    return guesses
        .map(guess -> guess.apply(meant))
        .filter(paths -> !paths.isEmpty())
        .findFirst()
        .map(Suggestions::write)
        .orElse("use one of these");
  }

  private static List<String> here(Problem.Unknown unknown, Optional<String> key) {
    return key.map(name -> Paths.join(unknown.group(), name)).stream().toList();
  }

  private static String write(List<String> paths) {
    return "write " + alternatives(paths);
  }

  private static String alternatives(List<String> words) {
    return words.stream().limit(MOST).map("\"%s\""::formatted).collect(Collectors.joining(" or "));
  }
}
