package org.normscape.experiments.spec;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;

/**
 * The values of an axis: a list such as {@code [none, batch-norm]}, or a word for one: {@code
 * "range(16, 64, 16)"} from one number to another by a step, {@code "linear(0, 1, 5)"} so many
 * numbers at equal distances, {@code "log(1e-3, 1, 7)"} so many with equal ratios. Numbers are
 * rounded to six digits, so that they can be read and written again.
 */
final class AxisValues {

  private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z][\\w-]*)\\s*\\((.*)\\)\\s*");
  private static final List<String> FUNCTIONS = List.of("range", "linear", "log");
  private static final MathContext DIGITS = new MathContext(6);
  private static final int MOST = 100_000;

  private AxisValues() {}

  /** Whether a text is written like a word for a list of numbers. */
  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /**
   * The values.
   *
   * @param path the axis, which errors name
   * @throws UserError when there are none
   */
  static List<ConfigValue> of(String path, ConfigValue values) {
    checkFunction(path, values);
    Optional<List<ConfigValue>> found =
        values instanceof ConfigList list
            ? Optional.of(List.copyOf(list))
            : numbers(String.valueOf(values.unwrapped()))
                .map(numbers -> configured(numbers, values.origin().description()));
    return found
        .filter(list -> !list.isEmpty())
        .orElseThrow(
            () ->
                UserError.usage(
                    "axes.%s (%s): must be a list of values, at least one, but it is %s. To fix: write [a, b, c], range(first, last, step), linear(first, last, count) or log(first, last, count)."
                        .formatted(path, values.origin().description(), values.unwrapped())));
  }

  private static void checkFunction(String path, ConfigValue values) {
    Matcher word = WORD.matcher(String.valueOf(values.unwrapped()));
    if (word.matches() && !FUNCTIONS.contains(word.group(1))) {
      throw UserError.usage(
          "axes.%s (%s): must be a list of values or one of the functions %s, but it is %s. To fix: %s."
              .formatted(
                  path,
                  values.origin().description(),
                  FUNCTIONS,
                  word.group().strip(),
                  Nearest.remedy(word.group(1), FUNCTIONS)));
    }
  }

  private static List<ConfigValue> configured(Stream<Double> numbers, String origin) {
    return numbers.map(number -> ConfigValueFactory.fromAnyRef(plain(number), origin)).toList();
  }

  private static Object plain(double number) {
    double rounded = new BigDecimal(number).round(DIGITS).doubleValue();
    return rounded == Math.rint(rounded) && Math.abs(rounded) < Integer.MAX_VALUE
        ? (Object) (int) rounded
        : (Object) rounded;
  }

  private static Optional<Stream<Double>> numbers(String text) {
    Matcher word = WORD.matcher(text);
    if (!word.matches()) {
      return Optional.empty();
    }
    try {
      double[] given =
          Arrays.stream(word.group(2).split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      return given.length == 3 && Arrays.stream(given).allMatch(Double::isFinite)
          ? numbers(word.group(1), given[0], given[1], given[2])
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Stream<Double>> numbers(
      String word, double first, double last, double third) {
    boolean isCount = third == Math.rint(third) && third >= 2 && third <= MOST;
    return switch (word) {
      case "range" -> range(first, last, third);
      case "log" ->
          first > 0 && last > 0 && isCount
              ? Optional.of(parts(third).map(part -> first * Math.pow(last / first, part)))
              : Optional.empty();
      default ->
          isCount
              ? Optional.of(parts(third).map(part -> first + (last - first) * part))
              : Optional.empty();
    };
  }

  private static Stream<Double> parts(double count) {
    return IntStream.range(0, (int) count).mapToObj(i -> i / (count - 1));
  }

  /** From one number to another, which is among them where a whole number of steps leads to it. */
  private static Optional<Stream<Double>> range(double first, double last, double step) {
    double steps = Math.floor((last - first) / step + 1e-9);
    return step != 0 && steps >= 0 && steps < MOST
        ? Optional.of(IntStream.rangeClosed(0, (int) steps).mapToObj(i -> first + i * step))
        : Optional.empty();
  }
}
