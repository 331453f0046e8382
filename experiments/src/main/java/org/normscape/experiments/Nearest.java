package org.normscape.experiments;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was probably meant: the one at the smallest edit distance (Levenshtein, 1966). */
public final class Nearest {

  private Nearest() {}

  /** The nearest of the words there are, unless none is near. */
  public static Optional<String> to(String given, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(given, word)))
        .filter(word -> distance(given, word) <= Math.max(2, word.length() / 2));
  }

  /** A remedy: the nearest word when there is one, otherwise any of them. */
  public static String remedy(String given, Collection<String> words) {
    return to(given, words).map(word -> "write \"%s\"".formatted(word)).orElse("use one of these");
  }

  /** The number of insertions, deletions and replacements that turn one word into the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
