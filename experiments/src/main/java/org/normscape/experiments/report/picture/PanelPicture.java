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
  private static final int LEFT_OF_NAMES = 40;
  private static final int MOST_LEFT = 220;
  private static final int RIGHT = 18;
  private static final int TOP = 32;
  private static final int BOTTOM = 58;
  private static final int LEAST_UPWARDS = 302;
  private static final int NAME_HEIGHT = 15;
  private static final int LABEL_WIDTH = 74;
  private static final int NAME_GAP = 6;
  private static final int LABEL_HEIGHT = 44;
  private static final int LINE_HEIGHT = 14;

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
    this.left =
        panel.y().ticks().isEmpty()
            ? LEFT
            : Math.min(MOST_LEFT, LEFT_OF_NAMES + widest(panel.y().ticks()));
    this.across = WIDTH - left - RIGHT;
    this.upwards = Math.max(LEAST_UPWARDS, NAME_HEIGHT * panel.y().ticks().size());
    this.xs = Ticks.of(panel.x(), panel.across(), Ticks.room(across, LABEL_WIDTH));
    this.ys = Ticks.of(panel.y(), panel.upwards(), Ticks.room(upwards, LABEL_HEIGHT));
    this.chart = new PanelChart(panel, xs, ys, across, upwards).chart();
  }

  /** How wide the widest of some names is; 0 where there are none. */
  private static int widest(List<Tick> names) {
    return (int)
        Math.ceil(names.stream().mapToDouble(n -> Pen.width(n.label(), LABEL)).max().orElse(0));
  }

  /** How high it is: high enough for its names. */
  int height() {
    return TOP + upwards + BOTTOM;
  }

  void paint(Pen pen) {
    pen.write(Pen.fitting(panel.title(), HEADING, WIDTH - 16), HEADING, 16, 18);
    pen.graphics().translate(left, TOP);
    chart.paint(pen.graphics(), across, upwards);
    new PanelMarks(panel, chart, across, upwards).paint(pen.graphics());
    xLabels(pen);
    yLabels(pen);
    titles(pen);
    pen.graphics().translate(-left, -TOP);
  }

  private void xLabels(Pen pen) {
    int most = Math.min(widest(panel.x().ticks()) + NAME_GAP, LABEL_WIDTH);
    int every = every(panel.x(), across, most);
    double room = every * (double) across / Math.max(1, panel.x().ticks().size());
    for (int i = 0; i < xs.size(); i += every) {
      String label = xs.get(i).label();
      double x = chart.getScreenXFromChart(panel.x().scale().place(xs.get(i).at()));
      String text =
          panel.x().ticks().isEmpty() ? label : Pen.fitting(label, LABEL, room - NAME_GAP);
      pen.writeCentred(text, LABEL, x, upwards + 18);
    }
  }

  /** Which names of an axis are written, so that each has its room; all where it has numbers. */
  private static int every(Axis axis, double length, double room) {
    return Math.max(1, (int) Math.ceil(axis.ticks().size() * room / length));
  }

  private void yLabels(Pen pen) {
    int every = every(panel.y(), upwards, LINE_HEIGHT);
    for (int i = 0; i < ys.size(); i += every) {
      String text = Pen.fitting(ys.get(i).label(), LABEL, left - 30);
      double y = chart.getScreenYFromChart(panel.y().scale().place(ys.get(i).at()));
      pen.write(text, LABEL, -8 - Pen.width(text, LABEL), y + 4);
    }
  }

  private void titles(Pen pen) {
    Font small = fitting(panel.x(), across);
    pen.writeCentred(
        Pen.fitting(panel.x().label(), small, across), small, across / 2.0, upwards + 42);
    Font turned = fitting(panel.y(), upwards);
    pen.writeUpwards(
        Pen.fitting(panel.y().label(), turned, upwards + 8), turned, 18 - left, upwards / 2.0);
  }

  private static Font fitting(Axis axis, double room) {
    return Pen.width(axis.label(), TITLE) <= room ? TITLE : SMALL_TITLE;
  }
}
