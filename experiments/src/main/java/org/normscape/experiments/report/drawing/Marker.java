package org.normscape.experiments.report.drawing;

/** What stands at the points of a curve that has few of them. */
public enum Marker {
  NONE,
  CIRCLE,
  DIAMOND,
  SQUARE,
  TRIANGLE
}
