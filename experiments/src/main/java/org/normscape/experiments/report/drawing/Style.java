package org.normscape.experiments.report.drawing;

import java.util.List;

/**
 * What a curve looks like.
 *
 * @param ink its colour
 * @param dash how it is broken
 * @param marker what stands at its points where they are few
 */
public record Style(Ink ink, Dash dash, Marker marker) {

  /** An unbroken line without markers. */
  public static Style plain(Ink ink) {
    return new Style(ink, Dash.SOLID, Marker.NONE);
  }

  /** The lengths of strokes and gaps, for renderers. */
  public List<Integer> lengths() {
    return dash.lengths();
  }
}
