package org.normscape.experiments.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import org.normscape.experiments.report.drawing.Style;

/**
 * Writes and draws on a picture. Text is drawn as outlines, which look the same wherever the
 * picture is opened.
 */
record Pen(Graphics2D graphics) {

  static final Color TEXT = new Color(0x222222);

  /** Outlines as they are on paper: the same whatever they are drawn on. */
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** The stroke of a style. */
  static BasicStroke stroke(Style style, float width) {
    float[] dash = new float[style.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = style.dash().get(i);
    }
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : layout(text, font).getAdvance();
  }

  /** Text that begins here. */
  void write(String text, Font font, double x, double y) {
    if (!text.isEmpty()) {
      graphics.setColor(TEXT);
      graphics.fill(
          Rounded.of(layout(text, font).getOutline(AffineTransform.getTranslateInstance(x, y))));
    }
  }

  /** Text whose middle is here. */
  void writeCentred(String text, Font font, double x, double y) {
    write(text, font, x - width(text, font) / 2, y);
  }

  /** Text whose middle is here, from below to above. */
  void writeUpwards(String text, Font font, double x, double y) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    writeCentred(text, font, 0, 0);
    graphics.setTransform(before);
  }

  /** As much of a text as there is room for: what is cut out of its middle is an ellipsis. */
  static String fitting(String text, Font font, double room) {
    String shown = text;
    for (int kept = text.length() - 1; kept > 1 && width(shown, font) > room; kept--) {
      int head = kept / 2;
      shown = text.substring(0, head) + "…" + text.substring(text.length() - (kept - head));
    }
    return shown;
  }

  private static TextLayout layout(String text, Font font) {
    return new TextLayout(text, font, CONTEXT);
  }
}
