package org.normscape.probe.curvature;

import org.normscape.component.Components;

/** The rules of components that say which ends of a spectrum are looked for. */
public final class Ends {

  private Ends() {}

  /** Throws unless the components of a probe are allowed. */
  public static void require(
      Class<?> probe, int largest, int smallest, int iterations, double tolerance) {
    Components.count(probe, "largest", largest);
    Components.notNegative(probe, "smallest", smallest);
    Components.positive(probe, "tolerance", tolerance);
    Components.require(
        iterations >= largest + smallest,
        probe,
        "iterations",
        "must be at least one for each eigenvalue",
        iterations);
  }
}
