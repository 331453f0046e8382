package org.normscape.experiments.spec;

import java.util.List;

/**
 * A sentence of the paper as a predicate: the summary of a metric in one cell, compared with the
 * same in another.
 *
 * @param sentence what the paper says
 * @param metric a metric that varies with nothing but the step
 * @param summary how its values over the steps become one number
 * @param cells the cell that the claim is about, and the one it is compared with
 * @param comparison what the effect is, and on which side of the threshold it is claimed to lie
 * @param threshold the bound of the effect
 */
public record ClaimSpec(
    String sentence,
    String metric,
    Summary summary,
    List<String> cells,
    Comparison comparison,
    double threshold) {

  /** How the values over the steps become one number. */
  public enum Summary {
    MEDIAN,
    MEAN,
    MINIMUM,
    MAXIMUM,
    FIRST,
    LAST
  }

  /** How two summaries are compared: by their ratio or their difference. */
  public enum Comparison {
    RATIO_BELOW,
    RATIO_ABOVE,
    DIFFERENCE_BELOW,
    DIFFERENCE_ABOVE
  }

  public ClaimSpec {
    Rule.require(cells.size() == 2, "cells", "must be two names", cells);
    Rule.require(Double.isFinite(threshold), "threshold", "must be a number", threshold);
  }
}
