package org.normscape.bench.measure;

import java.util.Locale;

/** What samples are numbers of. */
public enum Unit {
  SECONDS("time, s", "s"),
  BYTES("memory, MB", "B"),
  /** Times of something else, which the work names. */
  RATIO("ratio", "1");

  private static final double MEGABYTE = 1e6;

  private final String label;
  private final String symbol;

  Unit(String label, String symbol) {
    this.label = label;
    this.symbol = symbol;
  }

  /** What samples are in, as documents write it. */
  String symbol() {
    return symbol;
  }

  /** The label of an axis. */
  public String label() {
    return label;
  }

  /** A value as an axis has it: seconds, or megabytes. */
  public double onAxis(double value) {
    return this == BYTES ? value / MEGABYTE : value;
  }

  /** A value with three digits and a unit that fits it. */
  public String text(double value) {
    if (this == BYTES) {
      return digits(value / MEGABYTE) + " MB";
    } else if (this == RATIO) {
      return digits(value);
    } else if (value >= 1) {
      return digits(value) + " s";
    }
    return value >= 1e-3 ? digits(value * 1e3) + " ms" : digits(value * 1e6) + " µs";
  }

  /** A positive number with three digits or, above 999, all before the point. */
  static String digits(double value) {
    int decimals = value > 0 ? (int) Math.max(0, 2 - Math.floor(Math.log10(value))) : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
