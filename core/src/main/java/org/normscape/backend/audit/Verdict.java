package org.normscape.backend.audit;

import java.util.Locale;
import org.normscape.backend.Method;

/**
 * What an audit found of one method.
 *
 * @param method its name
 * @param outcome whether its numbers are right
 * @param difference the largest difference from plain Java, relative to the largest number
 * @param wrong the share of wrong numbers
 * @param seconds how long it took; its part of it where it serves other calls too
 * @param failure what the kernel said when it failed; empty otherwise
 */
public record Verdict(
    String method,
    Outcome outcome,
    double difference,
    double wrong,
    double seconds,
    String failure) {

  /** What would end a word of a file. */
  private static final String SEPARATORS = "[:;\\s]+";

  public Verdict {
    failure = failure.replaceAll(SEPARATORS, " ").strip();
  }

  /** What can come of a method. */
  public enum Outcome {
    /** Every number is right, up to rounding. */
    RIGHT,
    /** Some numbers are wrong. */
    WRONG,
    /** The kernel refused, or ended its process. */
    FAILED
  }

  static Verdict of(Method method, Difference found, double seconds) {
    return new Verdict(
        method.name(),
        found.isRight() ? Outcome.RIGHT : Outcome.WRONG,
        found.largest(),
        found.of() == 0 ? 0 : (double) found.wrong() / found.of(),
        seconds / method.served(),
        "");
  }

  static Verdict failed(Method method, String failure) {
    return new Verdict(method.name(), Outcome.FAILED, Double.POSITIVE_INFINITY, 1, 0, failure);
  }

  boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  /** What is wrong, for a sentence. */
  String fault() {
    return outcome == Outcome.FAILED
        ? "fails (%s)".formatted(failure)
        : String.format(
            Locale.ROOT,
            "is wrong by up to %.2g of the largest number, in %.2g %% of the numbers",
            difference,
            100 * wrong);
  }

  /** As one word, for a file. */
  String text() {
    return String.join(
        ":",
        method,
        outcome.name().toLowerCase(Locale.ROOT),
        Double.toString(difference),
        Double.toString(wrong),
        Double.toString(seconds),
        failure);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Verdict parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException("Verdict: not one: " + text);
    }
    return new Verdict(
        parts[0],
        Outcome.valueOf(parts[1].toUpperCase(Locale.ROOT)),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        parts[5]);
  }
}
