package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Flat;
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
import org.normscape.experiments.report.metrics.Metrics;

/**
 * A line for each colour: the median over what is neither on an axis nor told apart by colour, with
 * the extremes as a faint band around it.
 *
 * @param y the quantities, in a panel each unless {@code colour = quantity}
 * @param arrangement axes, colours and panels
 */
@AutoService(Plot.class)
public record Line(List<String> y, @Flat Arrangement arrangement) implements Plot {

  private static final double FAINT = 0.18;
  private static final List<String> BANDS =
      List.of("Faint bands go from the smallest to the largest.");

  /** Over the steps, a colour a cell. */
  public Line() {
    this(List.of(), new Arrangement());
  }

  public Line {
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
    return new CurvePanels(layout(), arrangement, metrics).draw(this::paint);
  }

  private void paint(Table table, Dimension across, String name, Style style, Marks marks) {
    Envelope envelope = Envelope.of(table, across);
    marks.note(envelope.notes());
    if (envelope.varies() && arrangement.told().isNamed()) {
      marks.area(name, style.ink(), FAINT, envelope.extremes());
      marks.note(BANDS);
    }
    marks.curve(name, style, envelope.medians());
  }
}
