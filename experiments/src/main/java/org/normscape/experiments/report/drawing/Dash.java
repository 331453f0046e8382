package org.normscape.experiments.report.drawing;

import java.util.List;

/** How a line is broken, so that it can be told from others without its colour. */
public enum Dash {
  SOLID(List.of()),
  DASHED(List.of(8, 4)),
  DOTTED(List.of(2, 3)),
  DASH_DOT(List.of(9, 3, 2, 3));

  private final List<Integer> lengths;

  Dash(List<Integer> lengths) {
    this.lengths = lengths;
  }

  /** The lengths of its strokes and gaps in turn, in pixels; none where it is not broken. */
  public List<Integer> lengths() {
    return lengths;
  }
}
