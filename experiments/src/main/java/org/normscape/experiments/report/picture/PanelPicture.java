package org.normscape.experiments.report.picture;

import java.awt.Font;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Axis.Tick;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Ticks;

/** Draws one panel: a chart with labels around it. */
final class PanelPicture {

  static final int WIDTH = 480;

  private static final int LEFT = 78;
  private static final int LEFT_OF_NAMES = 150;
  private static final int RIGHT = 18;
  private static final int TOP = 32;
  private static final int BOTTOM = 58;
  private static final int LEAST_UPWARDS = 302;
  private static final int NAME_HEIGHT = 15;
  private static final int LABEL_WIDTH = 74;
  private static final int LABEL_HEIGHT = 44;
  private static final int SLANTED = 14;

  private static final Font HEADING = Pen.font(Font.BOLD, 15);
  private static final Font TITLE = Pen.font(Font.PLAIN, 13);
  private static final Font SMALL_TITLE = Pen.font(Font.PLAIN, 11);
  private static final Font LABEL = Pen.font(Font.PLAIN, 12);

  private final Panel panel;
  private final int left;
  private final int across;
  private final int upwards;
  private final XYChart chart;
  private final List<Tick> xs;
  private final List<Tick> ys;

  PanelPicture(Panel panel) {
    this.panel = panel;
    this.left = panel.y().ticks().isEmpty() ? LEFT : LEFT_OF_NAMES;
    this.across = WIDTH - left - RIGHT;
    this.upwards = Math.max(LEAST_UPWARDS, NAME_HEIGHT * panel.y().ticks().size());
    this.xs = Ticks.of(panel.x(), panel.across(), Ticks.room(across, LABEL_WIDTH));
    this.ys = Ticks.of(panel.y(), panel.upwards(), Ticks.room(upwards, LABEL_HEIGHT));
    this.chart = new PanelChart(panel, xs, ys, across, upwards).chart();
  }

  /** How high it is: high enough for its names. */
  int height() {
    return TOP + upwards + BOTTOM;
  }

  void paint(Pen pen) {
    pen.write(pen.fitting(panel.title(), HEADING, WIDTH - 16), HEADING, 16, 18);
    pen.graphics().translate(left, TOP);
    chart.paint(pen.graphics(), across, upwards);
    new PanelMarks(panel, chart, across, upwards).paint(pen.graphics());
    xLabels(pen);
    yLabels(pen);
    titles(pen);
    pen.graphics().translate(-left, -TOP);
  }

  private void xLabels(Pen pen) {
    double room = (double) across / Math.max(1, panel.x().ticks().size());
    for (Tick tick : xs) {
      double x = chart.getScreenXFromChart(panel.x().scale().place(tick.at()));
      String text =
          panel.x().ticks().isEmpty() ? tick.label() : pen.fitting(tick.label(), LABEL, room - 4);
      pen.writeCentred(text, LABEL, x, upwards + 18);
    }
  }

  private void yLabels(Pen pen) {
    double room = (double) upwards / Math.max(1, panel.y().ticks().size());
    int every = (int) Math.ceil(SLANTED / room);
    for (int i = 0; i < ys.size(); i += panel.y().ticks().isEmpty() ? 1 : every) {
      String text = pen.fitting(ys.get(i).label(), LABEL, left - 30);
      double y = chart.getScreenYFromChart(panel.y().scale().place(ys.get(i).at()));
      pen.write(text, LABEL, -8 - pen.width(text, LABEL), y + 4);
    }
  }

  private void titles(Pen pen) {
    Font small = fitting(pen, panel.x(), across);
    pen.writeCentred(
        pen.fitting(panel.x().label(), small, across), small, across / 2.0, upwards + 42);
    Font turned = fitting(pen, panel.y(), upwards);
    pen.writeUpwards(
        pen.fitting(panel.y().label(), turned, upwards + 8), turned, 18 - left, upwards / 2.0);
  }

  private static Font fitting(Pen pen, Axis axis, double room) {
    return pen.width(axis.label(), TITLE) <= room ? TITLE : SMALL_TITLE;
  }
}
