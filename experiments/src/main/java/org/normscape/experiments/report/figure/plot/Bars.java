package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Tile;
import org.normscape.experiments.report.drawing.Range;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.Key;
import org.normscape.experiments.report.figure.Layout;
import org.normscape.experiments.report.figure.Layout.Facet;
import org.normscape.experiments.report.figure.Marks;
import org.normscape.experiments.report.figure.Observation;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.figure.Styles;
import org.normscape.experiments.report.figure.Table;
import org.normscape.experiments.report.figure.Words;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Spread;
import org.normscape.probe.Statistic;

/**
 * A bar for each value of a dimension: a statistic over the steps, the median of it over the seeds,
 * and with several seeds a line from the smallest to the largest.
 *
 * @param title of the panel
 * @param y the quantities, in a panel each
 * @param x what has a group of bars each: {@code cell}, {@code layer}, {@code seed} or an axis
 * @param colour what has a bar each in a group: {@code cell}, {@code layer} or {@code seed}
 * @param panels what has a panel each: {@code one}, {@code cell}, {@code seed} or {@code layer}
 * @param statistic how the values over the steps become one
 */
@AutoService(Plot.class)
public record Bars(
    String title, List<String> y, String x, String colour, String panels, Statistic statistic)
    implements Plot {

  private static final double WIDTH = 0.8;
  private static final String SEEDS =
      "Bars are medians over the seeds, lines on them go from the smallest to the largest.";

  /** The last value of each cell. */
  public Bars() {
    this("", List.of(), "cell", "cell", "one", Statistic.LAST);
  }

  public Bars {
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

  /** The steps are shown, as one number. */
  private Layout layout() {
    Dimension apart = new Dimension(panels);
    return new Layout(
        title,
        y.stream().map(List::of).toList(),
        apart,
        List.of(new Dimension(x), new Dimension(colour), apart, Dimension.STEP));
  }

  @Override
  public Panels draw(Metrics metrics) {
    Words words = new Words(metrics.quantities());
    Table all = Table.of(metrics, y);
    Styles styles = Styles.of(new Dimension(colour), all, metrics);
    List<Panel> panels = new ArrayList<>();
    for (Facet facet : layout().facets(metrics)) {
      panels.add(panel(facet, styles, words));
    }
    return new Panels(
        panels,
        x.equals(colour) ? List.of() : legend(styles, words),
        all.hasSeveralSeeds() ? Set.of(SEEDS) : Set.of());
  }

  /** Bars are not dashed, so that their keys are not. */
  private List<Swatch> legend(Styles styles, Words words) {
    return styles.legend(new Dimension(colour), words).stream()
        .map(swatch -> new Swatch(swatch.name(), Style.plain(swatch.style().ink())))
        .toList();
  }

  private Panel panel(Facet facet, Styles styles, Words words) {
    Dimension groups = new Dimension(x);
    Marks marks = new Marks();
    List<String> names = new ArrayList<>();
    for (Map.Entry<Key, Table> group : facet.table().by(groups).entrySet()) {
      group(group.getValue(), names.size(), styles, words, marks);
      names.add(words.name(groups, group.getKey()));
    }
    String label = words.axis(facet.quantities().get(0));
    return marks.panel(facet.title(), Axis.named(words.axis(groups), names), label, Scaling.LINEAR);
  }

  private void group(Table group, int at, Styles styles, Words words, Marks marks) {
    Dimension told = new Dimension(colour);
    Map<Key, Table> bars = group.by(told);
    double width = WIDTH / bars.size();
    double left = at - WIDTH / 2;
    for (Map.Entry<Key, Table> bar : bars.entrySet()) {
      String name = words.name(told, bar.getKey());
      Spread spread = overSeeds(bar.getValue());
      double height = spread.median();
      marks.tile(
          new Tile(
              name,
              new Range(left + 0.05 * width, left + 0.95 * width),
              new Range(Math.min(0, height), Math.max(0, height)),
              styles.of(bar.getKey()).ink(),
              height));
      if (spread.seeds() > 1) {
        double middle = left + width / 2;
        marks.curve(
            name,
            Style.plain(Palette.neutral()),
            List.of(new Point(middle, spread.low()), new Point(middle, spread.high())));
      }
      left += width;
    }
  }

  private Spread overSeeds(Table table) {
    return Spread.of(
        table.by(Dimension.SEED).values().stream()
            .map(
                seed ->
                    statistic.of(
                        seed.rows().stream()
                            .sorted(Comparator.comparingInt(Observation::step))
                            .map(Observation::value)
                            .toList()))
            .toList());
  }
}
