package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Arrangement;
import org.normscape.experiments.report.figure.CurvePanels;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.Envelope;
import org.normscape.experiments.report.figure.Layout;
import org.normscape.experiments.report.figure.Marks;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Table;
import org.normscape.experiments.report.figure.Words;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * The area between two quantities, for each colour: between their medians over the seeds, with the
 * extremes as a fainter band around it.
 *
 * @param y the quantity of the lower edge, then that of the upper one
 * @param arrangement axes, colours and panels
 */
@AutoService(Plot.class)
public record Band(List<String> y, @Flat Arrangement arrangement) implements Plot {

  private static final double FAINT = 0.18;
  private static final double CLEAR = 0.4;
  private static final List<String> AROUND =
      List.of("Faint bands go from the smallest to the largest.");

  /** Over the steps, a colour a cell. */
  public Band() {
    this(List.of(), new Arrangement());
  }

  public Band {
    y = List.copyOf(y);
    Components.require(
        y.isEmpty() || y.size() == 2,
        Band.class,
        "y",
        "must be two quantities, the lower edge and the upper one",
        y);
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
    return Layout.together(y, arrangement);
  }

  @Override
  public Panels draw(Metrics metrics) {
    String own = new Words(metrics.quantities()).axis(y.get(0), y.get(1));
    return new CurvePanels(layout(), arrangement.labelled(own), metrics).draw(this::paint);
  }

  private void paint(Table table, Dimension across, String name, Style style, Marks marks) {
    Envelope low = Envelope.of(table.only(y.get(0)), across);
    Envelope high = Envelope.of(table.only(y.get(1)), across);
    marks.note(low.notes());
    if (low.varies()) {
      marks.area(name, style.ink(), FAINT, Envelope.of(table, across).extremes());
      marks.note(AROUND);
    }
    marks.area(name, style.ink(), CLEAR, between(low.medians(), high.medians()));
    marks.curve(name, style, low.medians());
    marks.curve(name, style, high.medians());
  }

  private static List<Span> between(List<Point> lows, List<Point> highs) {
    return IntStream.range(0, Math.min(lows.size(), highs.size()))
        .mapToObj(i -> new Span(lows.get(i).x(), lows.get(i).y(), highs.get(i).y()))
        .toList();
  }
}
