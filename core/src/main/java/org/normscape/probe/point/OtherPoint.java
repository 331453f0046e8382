package org.normscape.probe.point;

import org.normscape.probe.Site;
import org.normscape.probe.When;

/**
 * A point in the parameters that is not where the network is. Implementations are records with an
 * {@code @AutoService(OtherPoint.class)}.
 */
public interface OtherPoint {

  /** What quantities about it are named with, such as {@code step_0}: small letters and _. */
  String name();

  /** What it is, in a few words of a sentence: {@code where the network was after 0 updates}. */
  String words();

  /** At which steps the network is kept for it. */
  default When remembers() {
    return (step, steps) -> false;
  }

  /**
   * Checks that there is such a point.
   *
   * @param when when it is measured from
   * @throws IllegalArgumentException when there is none, naming the component that stands in the
   *     way
   */
  void check(Site site, When when);

  /**
   * Makes it ready for a site.
   *
   * @throws IllegalArgumentException when {@link #check} does
   */
  KnownPoint prepare(Site site);
}
