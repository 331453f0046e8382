package org.normscape.probe.line;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** The loss on paths between networks of one training, with the statistics that are asked for. */
final class PathMeter implements AutoCloseable {

  private final PathStates states;
  private final Interpolation interpolation;

  /**
   * Compiles it.
   *
   * @param batches from how many fresh batches statistics are recomputed
   */
  PathMeter(Site site, PathStatistics statistics, int batches) {
    this.states = statistics.prepare(site, batches);
    this.interpolation =
        new Interpolation(
            site.backend(), site.numerics(), site.objective(Penalty.EXCLUDED), statistics.used());
  }

  /** The loss on the curve of these control points, on the batch of a situation. */
  Path along(List<Point<Array>> controls, Situation situation, List<Double> places) {
    return interpolation.along(
        controls,
        situation.batch(),
        (point, owner) -> new Point<>(point.parameters(), states.at(point, situation, owner)),
        places);
  }

  @Override
  public void close() {
    interpolation.close();
    states.close();
  }
}
