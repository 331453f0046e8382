package org.normscape.experiments.report.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/**
 * What the quantities of a page are, as they were declared. Several definitions circulate under the
 * same names; a page says which of them it shows.
 */
final class Definitions {

  private Definitions() {}

  /** The definitions of what was measured, and of the axes along which it was. */
  static String of(Metrics metrics) {
    return metrics.quantities().all().stream()
        .filter(quantity -> isShown(quantity, metrics))
        .map(Definitions::entry)
        .collect(Collectors.joining("", "<dl>", "</dl>"));
  }

  private static boolean isShown(Quantity quantity, Metrics metrics) {
    return metrics.all(quantity.name()).findAny().isPresent()
        || metrics.quantities().all().stream()
            .filter(other -> other.axes().contains(quantity.name()))
            .anyMatch(other -> metrics.all(other.name()).findAny().isPresent());
  }

  private static String entry(Quantity quantity) {
    String symbol = quantity.symbol().isEmpty() ? "" : ", " + quantity.symbol();
    String unit = quantity.unit().equals(Units.ONE) ? "" : " in " + quantity.unit();
    String name = " " + Html.element("code", "", Html.text(quantity.name()));
    String source =
        Stream.of(quantity.source())
            .filter(text -> !text.isEmpty())
            .map(text -> " " + Html.element("cite", "", Html.text(text + ".")))
            .collect(Collectors.joining());
    return Html.element("dt", "", Html.text(quantity.label() + symbol + unit) + name)
        + Html.element("dd", "", Html.text(quantity.definition()) + source);
  }
}
