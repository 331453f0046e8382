package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigOrigin;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.form.Suggestions.Known;

/** Everything that is wrong in configuration, gathered so that all of it is said at once. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();
  private final Known known = new Known();

  /**
   * Notes a value that is missing or not allowed.
   *
   * @param path the key
   * @param origin where the value was written
   * @param said the rule, what was given, and the remedy
   */
  public void add(String path, ConfigOrigin origin, String said) {
    found.add(new Problem.Wrong(path, place(origin), said));
  }

  /** Notes a key that is not among those there are. */
  void unknown(String group, String key, ConfigOrigin origin, Collection<String> keys) {
    found.add(new Problem.Unknown(group, key, place(origin), keys));
  }

  /** Remembers a key that there is, so that it can be suggested. */
  void know(String path) {
    known.add(path);
  }

  /** Remembers a key and, if its value is a tree, all keys in it. */
  void know(String path, @Nullable Object tree) {
    known.add(path, tree);
  }

  /** Remembers that a key would be one if its group were of one of these kinds. */
  void knowOfKinds(String path, List<String> kinds) {
    known.addOfKinds(path, kinds);
  }

  /**
   * Throws all that was noted as one error, one sentence a line.
   *
   * @throws UserError when there is anything
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw UserError.usage(
          found.stream().map(problem -> problem.said(known)).collect(Collectors.joining("\n")));
    }
  }

  /** Where a value was written: a file and its line, or an option. */
  private static String place(ConfigOrigin origin) {
    String description = origin.description();
    return description.startsWith("--") ? description.replaceAll(": \\d+$", "") : description;
  }
}
