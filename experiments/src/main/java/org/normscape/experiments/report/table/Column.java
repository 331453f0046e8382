package org.normscape.experiments.report.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param <T> the class of its values
 * @param name what it is called
 * @param kind what its values are
 * @param values one for each row, or nothing
 */
record Column<T>(String name, Kind<T> kind, List<Optional<T>> values) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+([.]\\d+)?([eE][+-]?\\d+)?");

  Column {
    values = List.copyOf(values);
  }

  /** Texts, of which an empty one is nothing. */
  static Column<String> texts(String name, List<String> values) {
    return new Column<>(name, Kind.TEXT, parsed(values, text -> text));
  }

  /** Whole numbers. */
  static Column<Long> wholes(String name, List<Long> values) {
    return new Column<>(name, Kind.WHOLE, values.stream().map(Optional::of).toList());
  }

  /** Numbers, each of which may be missing. */
  static Column<Double> reals(String name, List<Optional<Double>> values) {
    return new Column<>(name, Kind.REAL, values);
  }

  /** Settings as configuration has them: numbers where all of them are, otherwise texts. */
  static Column<?> settings(String name, List<String> values) {
    if (all(values, WHOLE)) {
      return new Column<>(name, Kind.WHOLE, parsed(values, Long::valueOf));
    }
    return all(values, NUMBER)
        ? new Column<>(name, Kind.REAL, parsed(values, Double::valueOf))
        : texts(name, values);
  }

  private static boolean all(List<String> values, Pattern pattern) {
    return values.stream().allMatch(text -> text.isEmpty() || pattern.matcher(text).matches());
  }

  private static <T> List<Optional<T>> parsed(List<String> values, Function<String, T> parse) {
    return values.stream()
        .map(text -> Optional.of(text).filter(it -> !it.isEmpty()).map(parse))
        .toList();
  }

  /** The value of a row as text; empty where there is none. */
  String text(int row) {
    return values.get(row).map(String::valueOf).orElse("");
  }
}
