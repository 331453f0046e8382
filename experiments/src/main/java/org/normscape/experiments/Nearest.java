package org.normscape.experiments;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The word that was probably meant: the one at the smallest edit distance (Levenshtein, 1966), or
 * the one that is abbreviated or lengthened, such as {@code learning-rate} by {@code lr}, {@code
 * epsilon} by {@code eps} and {@code data} by {@code dataset}. Capitals count as small letters.
 */
public final class Nearest {

  private static final int ABBREVIATED = 1;
  private static final int LENGTHENED = 2;
  private static final int CONTRACTED = 3;
  private static final int LONG = 4;
  private static final int FAR = Integer.MAX_VALUE;

  private Nearest() {}

  /** The nearest of the words there are, unless none is near. */
  public static Optional<String> to(String given, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> cost(given, word)))
        .filter(word -> cost(given, word) < FAR);
  }

  /** A remedy: the nearest word when there is one, otherwise any of them. */
  public static String remedy(String given, Collection<String> words) {
    return to(given, words).map(word -> "write \"%s\"".formatted(word)).orElse("use one of these");
  }

  /** How far a word is from what was given. */
  private static int cost(String given, String word) {
    int edits = distance(given.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
    boolean near = edits <= Math.max(2, word.length() / 3) && edits < plain(given).length();
    return Math.min(near ? edits : FAR, shortened(plain(given), word));
  }

  private static int shortened(String given, String word) {
    if (given.length() < 2) {
      return FAR;
    }
    if (plain(word).startsWith(given) || initials(word).equals(given)) {
      return ABBREVIATED;
    }
    if (word.length() >= LONG && given.startsWith(plain(word))) {
      return LENGTHENED;
    }
    boolean contracted =
        given.charAt(0) == plain(word).charAt(0) && plain(word).matches(gaps(given));
    return contracted ? CONTRACTED : FAR;
  }

  private static String initials(String word) {
    return Arrays.stream(word.split("[-_]", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** A pattern of words that have these letters in this order. */
  private static String gaps(String letters) {
    return letters
        .chars()
        .mapToObj(letter -> "\\Q" + (char) letter + "\\E.*")
        .collect(Collectors.joining());
  }

  private static String plain(String word) {
    return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
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
