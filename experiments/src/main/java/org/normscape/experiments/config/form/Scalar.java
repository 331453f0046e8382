package org.normscape.experiments.config.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A single value: a number, a word, yes or no.
 *
 * @param words what is allowed
 * @param parse the value that a text stands for; throws {@link NumberFormatException} or {@link
 *     ArithmeticException} for other texts
 */
record Scalar(String words, Function<String, Object> parse) implements Form {

  private static final Scalar WHOLE =
      new Scalar("a whole number", text -> new BigDecimal(text).intValueExact());
  private static final Scalar LONG =
      new Scalar("a whole number", text -> new BigDecimal(text).longValueExact());
  private static final Scalar NUMBER = new Scalar("a number", Scalar::number);
  private static final Scalar TRUTH = new Scalar("true or false", Scalar::truth);
  private static final Scalar TEXT = new Scalar("a text", text -> text);

  /** The types of single values. */
  static final Map<Class<?>, Scalar> BY_TYPE =
      Map.of(
          int.class, WHOLE,
          Integer.class, WHOLE,
          long.class, LONG,
          Long.class, LONG,
          double.class, NUMBER,
          Double.class, NUMBER,
          boolean.class, TRUTH,
          Boolean.class, TRUTH,
          String.class, TEXT);

  @Override
  public Optional<Object> read(Setting setting, Optional<Object> initial) {
    Object given = setting.value().unwrapped();
    try {
      if (given instanceof String || given instanceof Number || given instanceof Boolean) {
        return Optional.of(parse.apply(given.toString()));
      }
    } catch (NumberFormatException | ArithmeticException e) {
      setting.mustBe(words);
      return Optional.empty();
    }
    setting.mustBe(words);
    return Optional.empty();
  }

  @Override
  public Object write(Object value) {
    return value;
  }

  private static Object number(String text) {
    if (text.matches("(?i)[+-]?infinity")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return new BigDecimal(text).doubleValue();
  }

  private static Object truth(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    throw new NumberFormatException(text);
  }
}
