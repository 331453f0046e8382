package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.nn.Statistics;
import org.normscape.objective.Finder;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/**
 * What a network remembers that sees some fresh batches of training and does not move: running
 * statistics of its own, by the averages that its normalizations keep.
 */
final class RecomputedStates implements PathStates {

  private static final Need STATE =
      new Need(Statistics.BATCH, Penalty.EXCLUDED, Set.of(Need.Part.STATE));

  private final int batches;
  private final Finder finder;

  /**
   * Compiles it.
   *
   * @param batches how many fresh batches are seen
   */
  RecomputedStates(Site site, int batches) {
    this.batches = batches;
    this.finder =
        Needs.of(site.objectives(), List.of(STATE)).compile(site.backend(), site.numerics());
  }

  @Override
  public Parameters<Array> at(Point<Array> point, Situation situation, Owner owner) {
    List<Parameters<Array>> states = new ArrayList<>(List.of(point.state()));
    for (int number = 0; number < batches; number++) {
      Point<Array> here = new Point<>(point.parameters(), states.get(number));
      situation
          .more()
          .withFresh(
              situation.step(),
              number,
              fresh -> states.add(finder.find(here, fresh, owner).of(STATE).state()));
    }
    return states.get(batches);
  }

  @Override
  public void close() {
    finder.close();
  }
}
