package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.normscape.experiments.report.figure.Figure.Axis;
import org.normscape.experiments.report.figure.Figure.Band;
import org.normscape.experiments.report.figure.Figure.Line;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Span;
import org.normscape.experiments.report.figure.Figure.Swatch;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;

/** Panels over training steps in which every cell has its own colour. */
record CellPanels(Metrics metrics) {

  private static final Axis STEPS = Axis.of("training step", Scale.LINEAR);
  private static final double FAINT = 0.18;
  private static final double CLEAR = 0.45;

  /** The colour of each cell. */
  List<Swatch> legend() {
    List<String> cells = metrics.cells();
    return Stream.iterate(0, i -> i < cells.size(), i -> i + 1)
        .map(i -> new Swatch(cells.get(i), Palette.cell(i)))
        .toList();
  }

  /** A metric as one line a cell: the median over seeds, with the extremes as a faint band. */
  Panel line(String title, String label, String metric) {
    return panel(
        title,
        label,
        (cell, bands) -> {
          Envelope envelope = Envelope.of(metrics.of(cell.name(), metric));
          if (envelope.varies()) {
            bands.add(new Band(cell.name(), cell.ink(), FAINT, envelope.extremes()));
          }
          return List.of(new Line(cell.name(), cell.ink(), envelope.medians()));
        });
  }

  /**
   * {@code X_low} to {@code X_high} as one band a cell: between the medians over seeds, with the
   * extremes as a fainter band around it.
   */
  Panel band(String title, String label, String metric) {
    return panel(
        title,
        label,
        (cell, bands) -> {
          List<Series> low = metrics.of(cell.name(), metric + "_low");
          List<Series> high = metrics.of(cell.name(), metric + "_high");
          Envelope bottom = Envelope.of(low);
          Envelope top = Envelope.of(high);
          if (bottom.varies()) {
            Envelope all = Envelope.of(Stream.concat(low.stream(), high.stream()).toList());
            bands.add(new Band(cell.name(), cell.ink(), FAINT, all.extremes()));
          }
          bands.add(new Band(cell.name(), cell.ink(), CLEAR, between(bottom, top)));
          return List.of(
              new Line(cell.name(), cell.ink(), bottom.medians()),
              new Line(cell.name(), cell.ink(), top.medians()));
        });
  }

  private Panel panel(
      String title, String label, BiFunction<Swatch, List<Band>, List<Line>> drawing) {
    List<Band> bands = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    legend().forEach(cell -> lines.addAll(drawing.apply(cell, bands)));
    Panel panel = new Panel(title, STEPS, Axis.of(label, Scale.LINEAR), bands, lines);
    return panel.withY(Axis.of(label, Scale.fitting(panel.heights().toList())));
  }

  private static List<Span> between(Envelope bottom, Envelope top) {
    List<Figure.Point> lows = bottom.medians();
    List<Figure.Point> highs = top.medians();
    return Stream.iterate(0, i -> i < Math.min(lows.size(), highs.size()), i -> i + 1)
        .map(i -> new Span(lows.get(i).x(), lows.get(i).y(), highs.get(i).y()))
        .toList();
  }
}
