package org.normscape.experiments.report.drawing;

/** What stands at the points of a curve that has few of them. */
public enum Marker {
  /** Nothing: the curve alone. */
  NONE,
  /** A filled circle. */
  CIRCLE,
  /** A square on its corner. */
  DIAMOND,
  /** A square. */
  SQUARE,
  /** A triangle on its base. */
  TRIANGLE
}
