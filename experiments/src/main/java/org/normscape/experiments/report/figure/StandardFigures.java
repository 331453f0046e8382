package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.report.figure.plot.Bars;
import org.normscape.experiments.report.figure.plot.Line;
import org.normscape.experiments.report.figure.plot.Surface;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;

/**
 * Figures of quantities for which nobody has said how they are drawn: a line over one axis, a
 * surface over two, bars over layers. What is one number stands in the table.
 */
public final class StandardFigures {

  private StandardFigures() {}

  /** A figure for each quantity that has one. */
  public static List<Figure> of(Quantities quantities) {
    return quantities.all().stream().flatMap(quantity -> figure(quantity).stream()).toList();
  }

  private static Optional<Figure> figure(Quantity quantity) {
    return plot(quantity)
        .map(
            plot ->
                new Figure(
                    quantity.name().replace('_', '-'),
                    quantity.label(),
                    quantity.definition(),
                    List.of(plot),
                    Optional.empty()));
  }

  private static Optional<Plot> plot(Quantity quantity) {
    List<String> y = List.of(quantity.name());
    List<String> axes = quantity.axes();
    if (axes.equals(List.of(Axes.LAYER.name()))) {
      return Optional.of(new Bars("", y, Axes.LAYER.name(), "cell", "one", Statistic.LAST));
    }
    if (axes.contains(Axes.LAYER.name())) {
      return Optional.empty();
    }
    return switch (axes.size()) {
      case 1 -> Optional.of(new Line(y, new Arrangement().over(axes.get(0), Scaling.AUTO)));
      case 2 ->
          Optional.of(
              new Surface("", quantity.name(), axes.get(0), axes.get(1), "cell", Scaling.AUTO));
      default -> Optional.empty();
    };
  }
}
