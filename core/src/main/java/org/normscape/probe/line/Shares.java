package org.normscape.probe.line;

import java.util.List;
import org.normscape.component.Components;
import org.normscape.probe.grid.Grid;

/** Places on a path by the share of the way. */
final class Shares {

  private Shares() {}

  /** Throws unless all places are in [0, 1]. */
  static void require(Class<?> probe, Grid grid) {
    List<Double> places = grid.places();
    Components.require(
        places.stream().allMatch(alpha -> alpha >= 0 && alpha <= 1),
        probe,
        "places",
        "must be in [0, 1], from one end to the other",
        places);
  }
}
