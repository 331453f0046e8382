package org.normscape.experiments.report;

import java.util.List;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;
import org.normscape.probe.landscape.Landscape;

/** Declarations of what made-up runs measure. */
public final class Declared {

  /** Those of {@link SyntheticRun}. */
  public static final Quantities OF_A_RUN = Quantities.of(List.of(new Landscape()));

  private Declared() {}

  /** An axis, or a quantity that varies with nothing but the step. */
  public static Quantity of(String name) {
    String label = name.replace('_', ' ');
    return Quantity.of(name, label, "", Units.ONE, "What " + label + " is.");
  }
}
