package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Flat;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Arrangement;
import org.normscape.experiments.report.figure.CurvePanels;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.Layout;
import org.normscape.experiments.report.figure.Marks;
import org.normscape.experiments.report.figure.MeanDensity;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.figure.Table;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * A density over an axis, such as that of eigenvalues, filled down to its floor: the mean over the
 * seeds, at the last measured step unless a dimension is {@code step}.
 *
 * @param y the quantities that are densities, in a panel each
 * @param arrangement axes, colours and panels; densities span decades, so that their scale is
 *     logarithmic unless that is changed
 */
@AutoService(Plot.class)
public record Spectrum(List<String> y, @Flat Arrangement arrangement) implements Plot {

  private static final double OPACITY = 0.25;
  private static final double LEAST = 1e-8;
  private static final List<String> SEEDS = List.of("Densities are means over the seeds.");
  private static final List<String> CUT =
      List.of("Densities below 1e-8 of the largest are drawn at the floor.");

  /** Over {@code eigenvalue}, a colour a cell. */
  public Spectrum() {
    this(List.of(), new Arrangement().over("eigenvalue", Scaling.LOG));
  }

  public Spectrum {
    y = List.copyOf(y);
  }

  @Override
  public List<String> quantities() {
    return y;
  }

  @Override
  public List<Dimension> dimensions() {
    return layout().shown();
  }

  private Layout layout() {
    return Layout.of(y, arrangement);
  }

  @Override
  public Panels draw(Metrics metrics) {
    double floor = floor(layout().table(metrics));
    return new CurvePanels(layout(), arrangement, metrics)
        .draw(
            (table, across, name, style, marks) -> paint(table, across, name, style, marks, floor));
  }

  /** Where nothing is: 0, or what is little beside the largest density on a logarithmic axis. */
  private double floor(Table table) {
    List<Double> densities =
        table.rows().stream().map(row -> row.value()).filter(Double::isFinite).toList();
    double largest = densities.stream().max(Double::compare).orElse(1.0);
    double least = densities.stream().filter(d -> d > 0).min(Double::compare).orElse(largest);
    return arrangement.yScale().of(densities).shows(0) ? 0 : Math.max(least, LEAST * largest);
  }

  private void paint(
      Table table, Dimension across, String name, Style style, Marks marks, double floor) {
    List<Point> density =
        MeanDensity.of(table, across).stream()
            .map(p -> new Point(p.x(), Math.max(floor, p.y())))
            .toList();
    if (table.hasSeveralSeeds()) {
      marks.note(SEEDS);
    }
    if (floor > 0 && table.rows().stream().anyMatch(row -> row.value() < floor)) {
      marks.note(CUT);
    }
    marks.area(
        name,
        style.ink(),
        OPACITY,
        density.stream().map(p -> new Span(p.x(), floor, p.y())).toList());
    marks.curve(name, style, density);
  }
}
