package org.normscape.objective;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.normscape.backend.Array;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** What was found for several needs at one point, on one batch. */
public final class Findings {

  private final Needs needs;
  private final Map<Need, Found> byFunction = new HashMap<>();

  Findings(Needs needs, Parameters<Array> results, Owner owner) {
    this.needs = needs;
    for (Need function : needs.functions()) {
      Results<Array> found = Results.of(results.under(Needs.name(function)), function);
      byFunction.put(function, Found.of(function, found, owner));
    }
  }

  /**
   * What was found for one of the needs.
   *
   * @throws IllegalArgumentException when it was not asked for
   */
  public Found of(Need need) {
    return Objects.requireNonNull(byFunction.get(needs.covering(need))).of(need);
  }
}
