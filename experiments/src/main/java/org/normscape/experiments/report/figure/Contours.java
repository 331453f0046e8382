package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.report.drawing.Panel.Point;

/**
 * Lines along which a grid has one value, by marching squares (Lorensen and Cline, 1987, in two
 * dimensions): in each square between four places, a piece from one crossed side to another.
 *
 * @param grid the values
 */
public record Contours(Grid grid) {

  private static final Point GAP = new Point(Double.NaN, Double.NaN);

  /** All pieces at a level, with gaps between them. */
  public List<Point> at(double level) {
    List<Point> pieces = new ArrayList<>();
    for (int x = 0; x + 1 < grid.xs().size(); x++) {
      for (int y = 0; y + 1 < grid.ys().size(); y++) {
        List<Point> crossed = crossings(x, y, level);
        for (int i = 0; i + 1 < crossed.size(); i += 2) {
          pieces.addAll(List.of(crossed.get(i), crossed.get(i + 1), GAP));
        }
      }
    }
    return pieces;
  }

  /** Where the sides of a square are crossed, once around it. */
  private List<Point> crossings(int x, int y, double level) {
    int[][] corners = {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
    List<Point> crossed = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int[] from = corners[i];
      int[] to = corners[i + 1];
      double here = grid.at(from[0], from[1]) - level;
      double there = grid.at(to[0], to[1]) - level;
      if (here < 0 != there < 0 && Double.isFinite(here) && Double.isFinite(there)) {
        double share = here / (here - there);
        crossed.add(
            new Point(
                between(grid.xs().at(from[0]), grid.xs().at(to[0]), share),
                between(grid.ys().at(from[1]), grid.ys().at(to[1]), share)));
      }
    }
    return crossed;
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }
}
