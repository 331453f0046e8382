package org.normscape.experiments.results;

import java.util.List;
import java.util.stream.Collectors;

/** Text as it must stand in Markdown. */
final class Markdown {

  private Markdown() {}

  /** Text in which nothing is markup. */
  static String text(String text) {
    return text.replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1").replaceAll("\\s+", " ").strip();
  }

  /** A table. */
  static String table(List<String> heads, List<List<String>> rows) {
    return row(heads)
        + row(heads.stream().map(head -> "---").toList())
        + rows.stream().map(Markdown::row).collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
