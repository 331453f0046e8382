package org.normscape.experiments.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A figure drawn for print: the title, the legend, and below them the panels in a row. The same
 * figure gives the same bytes each time.
 */
public final class Picture implements IChart {

  private static final int PANEL_WIDTH = 480;
  private static final int PANEL_HEIGHT = 380;
  private static final int HEADER = 76;
  private static final int MARGIN = 16;
  private static final Color TEXT = new Color(0x222222);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
  private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font ENTRY = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private final Figure figure;
  private final List<XYChart> panels;
  private final int resolution;

  private Picture(Figure figure, int resolution) {
    this.figure = figure;
    this.resolution = resolution;
    this.panels =
        figure.panels().stream().map(p -> PanelChart.of(p, PANEL_WIDTH, PANEL_HEIGHT)).toList();
  }

  /** A figure as an SVG file. */
  public static byte[] svg(Figure figure) throws IOException {
    return bytes(new Picture(figure, 1), "svg");
  }

  /** A figure as a PNG file, with two pixels where the SVG has one. */
  public static byte[] png(Figure figure) throws IOException {
    return bytes(new Picture(figure, 2), "png");
  }

  private static byte[] bytes(IChart chart, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartEncoder.saveChart(chart, out, format);
    return out.toByteArray();
  }

  @Override
  public int getWidth() {
    return resolution * (2 * MARGIN + panels.size() * PANEL_WIDTH);
  }

  @Override
  public int getHeight() {
    return resolution * (HEADER + PANEL_HEIGHT + MARGIN);
  }

  @Override
  public String getTitle() {
    return figure.title();
  }

  @Override
  public void paint(Graphics2D graphics, int width, int height) {
    AffineTransform origin = graphics.getTransform();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.scale(resolution, resolution);
    graphics.setColor(TEXT);
    write(graphics, figure.title(), TITLE, MARGIN, 28);
    legend(graphics);
    graphics.translate(MARGIN, HEADER);
    for (int i = 0; i < panels.size(); i++) {
      graphics.translate(0, MARGIN);
      panels.get(i).paint(graphics, PANEL_WIDTH, PANEL_HEIGHT);
      graphics.translate(0, -MARGIN);
      graphics.setColor(TEXT);
      write(graphics, figure.panels().get(i).title(), HEADING, 2 * MARGIN, MARGIN);
      graphics.translate(PANEL_WIDTH, 0);
    }
    graphics.setTransform(origin);
  }

  private void legend(Graphics2D graphics) {
    double x = MARGIN;
    for (Figure.Swatch swatch : figure.legend()) {
      graphics.setColor(Color.decode(swatch.ink().light()));
      graphics.setStroke(new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      graphics.draw(new Line2D.Double(x, 49, x + 24, 49));
      graphics.setColor(TEXT);
      x += 32 + write(graphics, swatch.name(), ENTRY, x + 32, 54) + 24;
    }
  }

  /** Draws text as outlines, which look the same wherever the picture is opened. */
  private static double write(Graphics2D graphics, String text, Font font, double x, double y) {
    TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
    graphics.fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    return layout.getAdvance();
  }
}
