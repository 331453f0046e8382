package org.normscape.experiments.data.own;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.normscape.experiments.UserError;

/**
 * The classes that the labels of examples name, in the order of their numbers.
 *
 * @param names the name of each class
 */
public record Classes(List<String> names) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(name -> NUMBER.matcher(name).matches() ? 0 : 1)
          .thenComparingInt(name -> NUMBER.matcher(name).matches() ? Integer.parseInt(name) : 0)
          .thenComparing(Comparator.naturalOrder());

  public Classes {
    names = List.copyOf(names);
    if (names.size() < 2) {
      throw UserError.failure(
          "data: there must be two classes at least, but there are %s: %s. To fix: check the labels."
              .formatted(names.size(), names));
    }
  }

  /** The classes of labels that are words: numbers in their order, and then words in theirs. */
  public static Classes ofWords(Collection<String> labels) {
    TreeSet<String> distinct = new TreeSet<>(ORDER);
    distinct.addAll(labels);
    return new Classes(new ArrayList<>(distinct));
  }

  /**
   * The classes 0 to the largest label to train on, each of which must have an example.
   *
   * @param what whose labels they are, for the message
   * @throws UserError when a label is below 0, or a class has no example
   */
  public static Classes ofNumbers(String what, int[] labels) {
    int largest = IntStream.of(labels).max().orElse(0);
    int smallest = IntStream.of(labels).min().orElse(0);
    if (smallest < 0) {
      throw outside(what, "from 0 on", smallest);
    }
    Set<Integer> present = IntStream.of(labels).boxed().collect(Collectors.toSet());
    for (int label = 0; label < largest; label++) {
      if (!present.contains(label)) {
        throw UserError.failure(
            "data: each class from 0 to %s must have an example in %s, but class %s has none. To fix: number the classes without gaps, or set data.source.classes to their number."
                .formatted(largest, what, label));
      }
    }
    return numbered(largest + 1);
  }

  /** So many classes, called by their numbers from 0 on. */
  public static Classes numbered(int count) {
    return new Classes(IntStream.range(0, count).mapToObj(String::valueOf).toList());
  }

  /**
   * The number of the class that a word names.
   *
   * @param what where the word stands, for the message
   * @throws UserError when no class is called so
   */
  public int number(String what, String word) {
    int number = names.indexOf(word);
    if (number < 0) {
      throw UserError.failure(
          "data: a label must be a class that is trained on (%s), but in %s it is \"%s\". To fix: add examples of the class to train on, or check the label."
              .formatted(names, what, word));
    }
    return number;
  }

  /**
   * Checks that labels name classes.
   *
   * @throws UserError when one does not
   */
  public int[] checked(String what, int[] labels) {
    for (int label : labels) {
      if (label < 0 || label >= names.size()) {
        throw outside(
            what, "from 0 to %s, as those to train on".formatted(names.size() - 1), label);
      }
    }
    return labels;
  }

  private static UserError outside(String what, String rule, int label) {
    return UserError.failure(
        "data: labels must be %s, but %s has %s. To fix: number the classes from 0, or check the labels."
            .formatted(rule, what, label));
  }
}
