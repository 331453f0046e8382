package org.normscape.experiments.config.document;

import java.util.List;

/** The first sentence of a text. */
final class Sentence {

  private static final String OPENING = "([{“";
  private static final String CLOSING = ")]}”";

  private Sentence() {}

  /**
   * What a text says first: up to a full stop, or up to a colon, which here leads to the details. A
   * stop within brackets or after an abbreviation, before a small letter, ends nothing.
   */
  static String first(List<Block> blocks) {
    return blocks.stream()
        .findFirst()
        .map(block -> block.text().substring(0, end(block.text())))
        .map(sentence -> sentence.replaceFirst("[.:,]$", ""))
        .orElse("no description");
  }

  private static int end(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += OPENING.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
      depth -= CLOSING.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
      if (depth == 0 && ends(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean ends(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at + 1) != ' ') {
      return false;
    }
    char next = text.charAt(at + 2);
    return text.charAt(at) == ':'
        || (text.charAt(at) == '.' && !Character.isLowerCase(next) && next != '(');
  }
}
