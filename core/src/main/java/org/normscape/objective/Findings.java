package org.normscape.objective;

import java.util.List;

/** What was found for several needs at one point, on one batch. */
public final class Findings {

  private final Needs needs;
  private final List<Found> byFunction;

  Findings(Needs needs, List<Found> byFunction) {
    this.needs = needs;
    this.byFunction = List.copyOf(byFunction);
  }

  /**
   * What was found for one of the needs.
   *
   * @throws IllegalArgumentException when it was not asked for
   */
  public Found of(Need need) {
    return byFunction.get(needs.covering(need)).of(need);
  }
}
