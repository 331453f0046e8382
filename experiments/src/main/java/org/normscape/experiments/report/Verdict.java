package org.normscape.experiments.report;

import java.util.List;
import org.normscape.experiments.report.metrics.Spread;

/**
 * What a run says about a claim.
 *
 * @param effects the size of the effect in each seed that was judged
 */
public record Verdict(Claim claim, List<Double> effects) {

  /** Whether a claim holds over seeds. */
  public enum Outcome {
    REPRODUCED("reproduced"),
    MIXED("reproduced in some seeds"),
    NOT_REPRODUCED("not reproduced"),
    NOT_MEASURED("not measured");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /** The outcome in words. */
    public String text() {
      return text;
    }
  }

  public Verdict {
    effects = List.copyOf(effects);
  }

  /** Reproduced when the claim holds in every seed that was judged. */
  public Outcome outcome() {
    if (effects.isEmpty()) {
      return Outcome.NOT_MEASURED;
    }
    long holding = holding();
    return holding == effects.size()
        ? Outcome.REPRODUCED
        : holding == 0 ? Outcome.NOT_REPRODUCED : Outcome.MIXED;
  }

  /** The number of seeds in which the claim holds. */
  public long holding() {
    return effects.stream().filter(e -> claim.comparison().holds(e, claim.threshold())).count();
  }

  /** The effect over seeds, and what was claimed, in one line. */
  public String evidence() {
    String claimed =
        switch (claim.comparison()) {
          case RATIO_BELOW -> "ratio %s, claimed below %s";
          case RATIO_ABOVE -> "ratio %s, claimed above %s";
          case DIFFERENCE_BELOW -> "difference %s, claimed below %s";
          case DIFFERENCE_ABOVE -> "difference %s, claimed above %s";
        };
    return "%s %s, %s to %s: %s; holds in %d of %d"
        .formatted(
            claim.summary().text(),
            claim.metric(),
            claim.cell(),
            claim.than(),
            claimed.formatted(Numbers.text(Spread.of(effects)), Numbers.text(claim.threshold())),
            holding(),
            effects.size());
  }
}
