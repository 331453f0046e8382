package org.normscape.experiments.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Drawing.Swatch;

/**
 * A drawing for print: the title, the legend, and below them the panels in rows. The same drawing
 * gives the same bytes each time.
 */
public final class Picture implements IChart {

  private static final int MOST_COLUMNS = 3;
  private static final int TITLE_HEIGHT = 40;
  private static final int LEGEND_HEIGHT = 24;
  private static final int MARGIN = 16;
  private static final int KEY = 34;
  private static final int GAP = 24;
  private static final Font TITLE = Pen.font(Font.BOLD, 18);
  private static final Font ENTRY = Pen.font(Font.PLAIN, 14);

  private final Drawing drawing;
  private final List<PanelPicture> panels;
  private final int resolution;
  private final List<Entry> legend;

  /** An entry of the legend, with its place. */
  private record Entry(Swatch swatch, String text, double x, int row) {}

  private Picture(Drawing drawing, int resolution) {
    this.drawing = drawing;
    this.resolution = resolution;
    this.panels = drawing.panels().stream().map(PanelPicture::new).toList();
    this.legend = legend();
  }

  /** A drawing as an SVG file. */
  public static byte[] svg(Drawing drawing) throws IOException {
    return bytes(new Picture(drawing, 1), "svg");
  }

  /** A drawing as a PNG file, with two pixels where the SVG has one. */
  public static byte[] png(Drawing drawing) throws IOException {
    return bytes(new Picture(drawing, 2), "png");
  }

  private static byte[] bytes(IChart chart, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartEncoder.saveChart(chart, out, format);
    return out.toByteArray();
  }

  /** Entries from left to right, in as many rows as they need. */
  private List<Entry> legend() {
    List<Entry> entries = new ArrayList<>();
    double right = width() - MARGIN;
    double x = MARGIN;
    int row = 0;
    for (Swatch swatch : drawing.legend()) {
      String text = Pen.fitting(swatch.name(), ENTRY, right - MARGIN - KEY);
      double length = KEY + Pen.width(text, ENTRY);
      if (x > MARGIN && x + length > right) {
        x = MARGIN;
        row++;
      }
      entries.add(new Entry(swatch, text, x, row));
      x += length + GAP;
    }
    return entries;
  }

  private int columns() {
    int count = panels.size();
    return count <= MOST_COLUMNS ? count : count == 4 ? 2 : MOST_COLUMNS;
  }

  private int width() {
    return 2 * MARGIN + columns() * PanelPicture.WIDTH;
  }

  private int header() {
    int rows = legend.isEmpty() ? 0 : legend.get(legend.size() - 1).row() + 1;
    return TITLE_HEIGHT + rows * LEGEND_HEIGHT + MARGIN / 2;
  }

  /** Where the row of a panel begins. */
  private int top(int panel) {
    int top = header();
    for (int first = 0; first < panel / columns() * columns(); first += columns()) {
      List<PanelPicture> row = panels.subList(first, Math.min(panels.size(), first + columns()));
      top += row.stream().mapToInt(PanelPicture::height).max().orElse(0);
    }
    return top;
  }

  @Override
  public int getWidth() {
    return resolution * width();
  }

  @Override
  public int getHeight() {
    return resolution * (top(panels.size() + columns() - 1) + MARGIN / 2);
  }

  @Override
  public String getTitle() {
    return drawing.title();
  }

  @Override
  public void paint(Graphics2D graphics, int width, int height) {
    AffineTransform origin = graphics.getTransform();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.scale(resolution, resolution);
    Pen pen = new Pen(graphics);
    pen.write(Pen.fitting(drawing.title(), TITLE, width() - 2.0 * MARGIN), TITLE, MARGIN, 28);
    legend.forEach(entry -> draw(entry, pen));
    for (int i = 0; i < panels.size(); i++) {
      int x = MARGIN + i % columns() * PanelPicture.WIDTH;
      int y = top(i);
      graphics.translate(x, y);
      panels.get(i).paint(pen);
      graphics.translate(-x, -y);
    }
    graphics.setTransform(origin);
  }

  private static void draw(Entry entry, Pen pen) {
    double y = TITLE_HEIGHT + entry.row() * LEGEND_HEIGHT + 14;
    pen.graphics().setColor(Color.decode(entry.swatch().style().ink().light()));
    pen.graphics().setStroke(Pen.stroke(entry.swatch().style(), 3));
    pen.graphics().draw(new Line2D.Double(entry.x(), y - 5, entry.x() + KEY - 8, y - 5));
    pen.write(entry.text(), ENTRY, entry.x() + KEY, y);
  }
}
