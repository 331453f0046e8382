package org.normscape.experiments.report;

import java.util.Base64;
import org.normscape.experiments.report.figure.Figure;

/**
 * A figure with its picture, for places where the page cannot draw: on paper and without scripts.
 *
 * @param picture a URL that holds the whole picture
 */
record Drawn(Figure figure, String picture) {

  Drawn(Figure figure, byte[] svg) {
    this(figure, "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg));
  }
}
