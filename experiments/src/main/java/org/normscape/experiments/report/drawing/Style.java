package org.normscape.experiments.report.drawing;

import java.util.List;

/**
 * What a curve looks like.
 *
 * @param ink its colour
 * @param dash the lengths of its strokes and gaps in turn, in pixels; none where it is not broken
 * @param marker what stands at its points where they are few
 */
public record Style(Ink ink, List<Integer> dash, Marker marker) {

  public Style {
    dash = List.copyOf(dash);
  }

  /** An unbroken line without markers. */
  public static Style plain(Ink ink) {
    return new Style(ink, List.of(), Marker.NONE);
  }
}
