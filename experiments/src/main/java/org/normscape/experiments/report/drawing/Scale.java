package org.normscape.experiments.report.drawing;

import java.util.Collections;
import java.util.List;

/** How values are laid out along an axis. */
public enum Scale {
  /** Equal differences have equal lengths. */
  LINEAR,
  /** Equal ratios have equal lengths. */
  LOGARITHMIC;

  /** Peaks this much above the median flatten everything else on a linear axis. */
  private static final double PEAK = 50;

  private static final double ROOM = 1.05;

  /** The scale on which these values can be told apart. */
  public static Scale fitting(List<Double> values) {
    if (values.isEmpty() || values.stream().anyMatch(v -> !(v > 0))) {
      return LINEAR;
    }
    List<Double> sorted = values.stream().sorted().toList();
    double median = sorted.get(sorted.size() / 2);
    return Collections.max(sorted) > PEAK * median ? LOGARITHMIC : LINEAR;
  }

  /** The range from the smallest to the largest of these values, or around it if it is one. */
  public Range across(List<Double> values) {
    double low = values.stream().filter(this::shows).min(Double::compare).orElse(0.1);
    double high = values.stream().filter(this::shows).max(Double::compare).orElse(1.0);
    if (low < high) {
      return new Range(low, high);
    }
    return this == LINEAR ? new Range(low - 1, high + 1) : new Range(low / 2, high * 2);
  }

  /** The same with a little room at the ends, and on a linear scale with zero in it. */
  public Range around(List<Double> values) {
    Range range = across(values);
    if (this == LOGARITHMIC) {
      return new Range(range.low() / ROOM, range.high() * ROOM);
    }
    double low = Math.min(0, range.low());
    double high = Math.max(0, range.high());
    double room = (ROOM - 1) * (high - low);
    return new Range(low < 0 ? low - room : -room / 100, high > 0 ? high + room : high);
  }

  /** Whether a value has a place on this scale. */
  public boolean shows(double value) {
    return Double.isFinite(value) && (this == LINEAR || value > 0);
  }

  /** The place of a value: equal distances here are equal distances on the page. */
  public double place(double value) {
    return this == LINEAR ? value : Math.log10(value);
  }
}
