package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.component.Flat;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Arrangement;
import org.normscape.experiments.report.figure.CurvePanels;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.Key;
import org.normscape.experiments.report.figure.Layout;
import org.normscape.experiments.report.figure.Marks;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.figure.Table;
import org.normscape.experiments.report.figure.Words;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * Histograms in a row, as ribbons of their quantiles: a line at the median, a band over the middle
 * half and a fainter one over the middle nine tenths. The seeds of a cell are one histogram.
 *
 * @param y the quantities that are histograms: the weight of each bin, in a panel each
 * @param bins the axis on which the bins lie, by their centres
 * @param arrangement axes, colours and panels
 */
@AutoService(Plot.class)
public record Ribbon(List<String> y, String bins, @Flat Arrangement arrangement) implements Plot {

  private static final double FAINT = 0.16;
  private static final double CLEAR = 0.34;
  private static final List<String> NOTES =
      List.of(
          "Lines are the medians of histograms, bands their middle half, faint bands their middle nine tenths.");

  /** Over the steps, a colour a cell. */
  public Ribbon() {
    this(List.of(), "bin", new Arrangement().over("step", Scaling.LINEAR));
  }

  public Ribbon {
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
    return Layout.of(y, arrangement).showing(List.of(new Dimension(bins)));
  }

  @Override
  public Panels draw(Metrics metrics) {
    String label = new Words(metrics.quantities()).axis(new Dimension(bins));
    return new CurvePanels(layout(), arrangement.labelled(label), metrics).draw(this::paint);
  }

  private void paint(Table table, Dimension across, String name, Style style, Marks marks) {
    List<Span> most = new ArrayList<>();
    List<Span> half = new ArrayList<>();
    List<Point> middle = new ArrayList<>();
    table
        .by(across)
        .forEach(
            (key, column) -> {
              Map<Key, Table> weights = column.by(new Dimension(bins));
              most.add(new Span(key.place(), quantile(weights, 0.05), quantile(weights, 0.95)));
              half.add(new Span(key.place(), quantile(weights, 0.25), quantile(weights, 0.75)));
              middle.add(new Point(key.place(), quantile(weights, 0.5)));
            });
    marks.area(name, style.ink(), FAINT, most);
    marks.area(name, style.ink(), CLEAR, half);
    marks.curve(name, style, middle);
    marks.note(NOTES);
  }

  /** The centre of the bin up to which this share of the weight lies. */
  private static double quantile(Map<Key, Table> weights, double share) {
    double left = share * weights.values().stream().mapToDouble(Ribbon::weight).sum();
    for (Map.Entry<Key, Table> bin : weights.entrySet()) {
      left -= weight(bin.getValue());
      if (left <= 0) {
        return bin.getKey().place();
      }
    }
    return Double.NaN;
  }

  private static double weight(Table bin) {
    return bin.rows().stream().mapToDouble(row -> row.value()).sum();
  }
}
