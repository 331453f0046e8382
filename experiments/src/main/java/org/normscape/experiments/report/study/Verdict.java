package org.normscape.experiments.report.study;

import java.util.List;
import java.util.Locale;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.experiments.report.metrics.Spread;
import org.normscape.experiments.spec.ClaimSpec;

/**
 * What a run says about a claim.
 *
 * @param claim what is claimed
 * @param effects the size of the effect in each seed that was judged: the ratio of the summaries of
 *     the two cells, or their difference in units of the metric
 */
public record Verdict(ClaimSpec claim, List<Double> effects) {

  /** Whether a claim holds over seeds. */
  public enum Outcome {
    /** In every seed that was judged. */
    REPRODUCED,
    /** In some seeds and not in others. */
    MIXED,
    /** In no seed. */
    NOT_REPRODUCED,
    /** Its cells or its metric were not measured. */
    NOT_MEASURED;

    /** The outcome in words. */
    public String text() {
      return this == MIXED
          ? "reproduced in some seeds"
          : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Verdict {
    effects = List.copyOf(effects);
  }

  /** The outcome over the seeds that were judged. */
  public Outcome outcome() {
    if (effects.isEmpty()) {
      return Outcome.NOT_MEASURED;
    }
    long holding = holding();
    if (holding == effects.size()) {
      return Outcome.REPRODUCED;
    }
    return holding == 0 ? Outcome.NOT_REPRODUCED : Outcome.MIXED;
  }

  /** The number of seeds in which the claim holds. It never does where an effect is no number. */
  public long holding() {
    return effects.stream().filter(this::holds).count();
  }

  private boolean holds(double effect) {
    return switch (claim.comparison()) {
      case RATIO_BELOW, DIFFERENCE_BELOW -> effect < claim.threshold();
      case RATIO_ABOVE, DIFFERENCE_ABOVE -> effect > claim.threshold();
    };
  }

  /** The effect over seeds, and what was claimed, in one line. */
  public String evidence() {
    String cells =
        switch (claim.comparison()) {
          case RATIO_BELOW, RATIO_ABOVE -> String.join(" ∕ ", claim.cells());
          case DIFFERENCE_BELOW, DIFFERENCE_ABOVE -> String.join(" − ", claim.cells());
        };
    String side =
        switch (claim.comparison()) {
          case RATIO_BELOW, DIFFERENCE_BELOW -> "below";
          case RATIO_ABOVE, DIFFERENCE_ABOVE -> "above";
        };
    return "%s of %s, %s: %s, claimed %s %s; holds in %s of %s %s"
        .formatted(
            claim.summary().name().toLowerCase(Locale.ROOT),
            claim.metric(),
            cells,
            Numbers.text(Spread.of(effects)),
            side,
            Numbers.text(claim.threshold()),
            holding(),
            effects.size(),
            effects.size() == 1 ? "seed" : "seeds");
  }
}
