package org.normscape.experiments.report.picture;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * Shapes whose coordinates are hundredths of a pixel, which nobody sees, and files half as long.
 */
final class Rounded {

  private static final double PARTS = 100;

  private Rounded() {}

  /** The same shape, rounded. */
  static Path2D of(Shape shape) {
    Path2D rounded = new Path2D.Double();
    double[] at = new double[6];
    PathIterator segments = shape.getPathIterator(null);
    rounded.setWindingRule(segments.getWindingRule());
    for (; !segments.isDone(); segments.next()) {
      int kind = segments.currentSegment(at);
      for (int i = 0; i < at.length; i++) {
        at[i] = Math.rint(at[i] * PARTS) / PARTS;
      }
      add(kind, at, rounded);
    }
    return rounded;
  }

  private static void add(int kind, double[] at, Path2D path) {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> path.moveTo(at[0], at[1]);
      case PathIterator.SEG_LINETO -> path.lineTo(at[0], at[1]);
      case PathIterator.SEG_QUADTO -> path.quadTo(at[0], at[1], at[2], at[3]);
      case PathIterator.SEG_CUBICTO -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
      case PathIterator.SEG_CLOSE -> path.closePath();
      default -> throw new IllegalArgumentException("a path has no segments of kind " + kind);
    }
  }
}
