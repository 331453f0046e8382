package org.normscape.experiments.report.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Numbers as text for readers: four significant digits, words for what is not finite, and one
 * notation whatever the machine's language.
 */
public final class Numbers {

  private static final MathContext DIGITS = new MathContext(4);

  private Numbers() {}

  /** A number. */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "not a number";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "−infinite";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    double size = Math.abs(rounded.doubleValue());
    return size >= 1e-3 && size < 1e6
        ? rounded.stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.3e", value);
  }

  /** A number that somebody chose: all its digits, where {@link #text(double)} would round it. */
  public static String chosen(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    boolean isRounded = exact.precision() > DIGITS.getPrecision();
    return isRounded && text(value).indexOf('e') < 0 ? exact.toPlainString() : text(value);
  }

  /** A median with the extremes in brackets, where there are several seeds. */
  public static String text(Spread spread) {
    if (spread.seeds() == 0) {
      return "–";
    }
    return spread.seeds() == 1
        ? text(spread.median())
        : "%s [%s, %s]".formatted(text(spread.median()), text(spread.low()), text(spread.high()));
  }
}
