package org.normscape.experiments.spec;

import java.util.List;
import org.normscape.component.Components;
import org.normscape.probe.Statistic;

/**
 * A sentence of a paper as a predicate: the summary of a quantity in one cell, compared with the
 * same in another.
 *
 * @param sentence what the paper says
 * @param metric a quantity that varies with nothing but the step
 * @param summary how its values over the steps become one number
 * @param cells the cell that the claim is about, and the one it is compared with
 * @param comparison what the effect is, and on which side of the threshold it is claimed to lie
 * @param threshold the bound of the effect
 */
public record ClaimSpec(
    String sentence,
    String metric,
    Statistic summary,
    List<String> cells,
    Comparison comparison,
    double threshold) {

  /** How two summaries are compared: by their ratio or their difference. */
  public enum Comparison {
    RATIO_BELOW,
    RATIO_ABOVE,
    DIFFERENCE_BELOW,
    DIFFERENCE_ABOVE
  }

  public ClaimSpec {
    cells = List.copyOf(cells);
    Components.require(cells.size() == 2, ClaimSpec.class, "cells", "must be two names", cells);
    Components.require(
        Double.isFinite(threshold), ClaimSpec.class, "threshold", "must be a number", threshold);
  }
}
