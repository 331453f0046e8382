package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Marker;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Range;
import org.normscape.experiments.report.drawing.Style;

/**
 * A value that a paper reports, marked in a figure: a horizontal line at {@code y}, a vertical one
 * at {@code x}, a point at both.
 *
 * @param x where on the horizontal axis
 * @param y where on the vertical axis
 * @param label what it is
 * @param source where it is reported, such as {@code Figure 10(c)}
 * @param panel in which of the plots that the figure lists, counted from 0; left out: in all
 */
public record Mark(
    Optional<Double> x, Optional<Double> y, String label, String source, Optional<Integer> panel) {

  private static final Style LINE = new Style(Palette.neutral(), List.of(2, 4), Marker.NONE);
  private static final Style POINT = new Style(Palette.neutral(), List.of(), Marker.TRIANGLE);

  public Mark {
    Components.require(
        x.isPresent() || y.isPresent(),
        Mark.class,
        "y",
        "must be a number where there is no x",
        "missing",
        "write { y = 20, label = \"2/η\", source = \"Figure 3\" }");
    Components.require(
        !label.isBlank() && !source.isBlank(),
        Mark.class,
        label.isBlank() ? "label" : "source",
        "must say something",
        "\"\"");
  }

  /** Whether it belongs into the panels of a plot. */
  boolean isIn(int plot) {
    return panel.isEmpty() || panel.get() == plot;
  }

  /** The panels with the mark in each, and an entry for it in the legend. */
  Panels in(Panels panels) {
    List<Swatch> legend = new ArrayList<>(panels.legend());
    legend.add(new Swatch(name(), style()));
    return new Panels(panels.panels().stream().map(this::in).toList(), legend, panels.notes());
  }

  private Panel in(Panel panel) {
    return panel.withY(wide(panel.y())).with(new Curve(name(), style(), points(panel)));
  }

  private List<Point> points(Panel panel) {
    Range across = panel.across();
    Range upwards = panel.upwards();
    double left = x.orElse(across.low());
    double right = x.orElse(across.high());
    double bottom = y.orElse(upwards.low());
    double top = y.orElse(upwards.high());
    return x.isPresent() && y.isPresent()
        ? List.of(new Point(left, bottom))
        : List.of(new Point(left, bottom), new Point(right, top));
  }

  /** An axis on which the mark can be seen. */
  private Axis wide(Axis axis) {
    Range range = axis.range();
    return range == null || y.isEmpty()
        ? axis
        : axis.over(new Range(Math.min(range.low(), y.get()), Math.max(range.high(), y.get())));
  }

  private Style style() {
    return x.isPresent() && y.isPresent() ? POINT : LINE;
  }

  private String name() {
    return "%s (%s)".formatted(label, source);
  }
}
