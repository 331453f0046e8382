package org.normscape.probe.direction;

import java.util.Set;
import org.normscape.objective.Need;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.When;

/**
 * Where a line through the parameters leads: {@code d} in {@code θ + t d}. Implementations are
 * records with an {@code @AutoService(Direction.class)}.
 */
public interface Direction {

  /** What quantities along it are named with, such as {@code update}: small letters and _. */
  String name();

  /** What it is, in a few words of a sentence: {@code the update of the optimizer}. */
  String words();

  /** What it has to know at every point. */
  default Set<Need> needs(ProbedLoss loss) {
    return Set.of();
  }

  /** At which steps it keeps where the network is, to lead there later. */
  default When remembers() {
    return (step, steps) -> false;
  }

  /**
   * Checks that it can lead anywhere.
   *
   * @param loss what is looked at along it
   * @param when when it is asked to
   * @throws IllegalArgumentException when it cannot, naming the component that stands in the way
   */
  default void check(Site site, ProbedLoss loss, When when) {
    // Most directions need nothing but the step.
  }

  /** Makes it ready for the parameters of a loss that move, at a site. */
  Directed prepare(Site site, ProbedLoss loss);
}
