package org.normscape.experiments.config.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as a person would write them in configuration, in one line. */
final class Written {

  private Written() {}

  /** A tree of maps, lists and scalars in one line. */
  static String of(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> group) {
      return group.entrySet().stream()
          .map(entry -> "%s = %s".formatted(entry.getKey(), of(entry.getValue())))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(Written::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return tree == null ? "nothing" : scalar(tree.toString());
  }

  /** Numbers lose what says nothing: {@code 1.0} is 1, and {@code 1.0E-5} is 1e-5. */
  private static String scalar(String text) {
    return text.matches("-?\\d.*") ? text.replaceFirst("\\.0(?=E|$)", "").replace('E', 'e') : text;
  }
}
