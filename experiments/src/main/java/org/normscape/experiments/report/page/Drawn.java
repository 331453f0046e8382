package org.normscape.experiments.report.page;

import java.util.Base64;
import org.normscape.experiments.report.drawing.Drawing;

/**
 * A drawing with its picture, for places where the page cannot draw: on paper and without scripts.
 *
 * @param drawing the figure
 * @param picture a URL that holds the whole picture
 */
public record Drawn(Drawing drawing, String picture) {

  /** A drawing with its picture as SVG. */
  public Drawn(Drawing drawing, byte[] svg) {
    this(drawing, "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg));
  }
}
