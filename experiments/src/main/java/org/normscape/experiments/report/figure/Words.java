package org.normscape.experiments.report.figure;

import java.util.Locale;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/**
 * What quantities, axes and their values are called in a figure, as they were declared.
 *
 * @param quantities those of the runs that are drawn
 */
public record Words(Quantities quantities) {

  private static final int LONG = 40;

  /** What stands beside the axis of a quantity: its label, its symbol and its unit. */
  public String axis(String quantity) {
    return quantities.of(quantity).map(Words::axis).orElse(quantity);
  }

  /** As much of it as is short enough to stand beside an axis. */
  private static String axis(Quantity quantity) {
    String label = quantity.label();
    String symbol = quantity.symbol();
    String unit = unit(quantity, label);
    return Stream.of(label + " " + symbol, symbol)
        .filter(words -> !symbol.isEmpty() && (words + unit).length() <= LONG)
        .findFirst()
        .orElse(label)
        .concat(unit);
  }

  /** The unit in brackets, unless it is 1 or the label says it. */
  private static String unit(Quantity quantity, String label) {
    boolean said =
        quantity.unit().equals(Units.ONE)
            || label.toLowerCase(Locale.ROOT).contains(quantity.unit());
    return said ? "" : " (" + quantity.unit() + ")";
  }

  /**
   * What stands beside the axis of a band between two quantities: what their labels begin with, or
   * from the one to the other.
   */
  public String axis(String low, String high) {
    String below = label(low);
    String above = label(high);
    int same = 0;
    while (same < Math.min(below.length(), above.length())
        && below.charAt(same) == above.charAt(same)) {
      same++;
    }
    String common = below.substring(0, same).replaceFirst("[,:]?\\s*\\w*$", "").strip();
    String label = common.isEmpty() ? below + " to " + above : common;
    return label + quantities.of(low).map(q -> unit(q, label)).orElse("");
  }

  /** What a quantity is called. */
  public String label(String quantity) {
    return quantities.of(quantity).map(Quantity::label).orElse(quantity);
  }

  private String symbol(String name) {
    return quantities.of(name).map(q -> q.symbol().isEmpty() ? q.label() : q.symbol()).orElse(name);
  }

  /** What stands beside the axis of a dimension. */
  public String axis(Dimension dimension) {
    return dimension.equals(Dimension.STEP) ? "training step" : axis(dimension.name());
  }

  /** What a value of a dimension is called. */
  public String name(Dimension dimension, Key key) {
    if (dimension.equals(Dimension.QUANTITY)) {
      return label(key.name());
    }
    return dimension.isOfTheGrammar()
        ? key.name()
        : symbol(dimension.name()) + " = " + Numbers.text(key.place());
  }
}
