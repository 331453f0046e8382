package org.normscape.experiments.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normscape.experiments.claim.effect.Interval;

/**
 * What a run says about a claim.
 *
 * @param claim what is claimed
 * @param outcome whether it holds
 * @param effect how large the effect is; nothing where that could not be said
 * @param reason why it is so judged, in a sentence
 * @param confounders what may explain the effect too
 */
public record Verdict(
    Claim claim,
    Outcome outcome,
    Optional<Interval> effect,
    String reason,
    List<Confounder> confounders) {

  /** Whether a claim holds. */
  public enum Outcome {
    /** The effect lies in the expected region, with all of its interval. */
    REPRODUCED("✓"),
    /** It lies outside. */
    NOT_REPRODUCED("✗"),
    /** It lies outside, on the far side of no effect. */
    REVERSED("⇄"),
    /** What was measured does not say. */
    NOT_DECIDABLE_HERE("?");

    private final String symbol;

    Outcome(String symbol) {
      this.symbol = symbol;
    }

    /** A sign for it, beside the words. */
    public String symbol() {
      return symbol;
    }

    /** It in words. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Verdict {
    confounders = List.copyOf(confounders);
  }

  /** The effect, its size over seeds and what was expected, in one line. */
  public String evidence() {
    return "%s = %s, expected %s"
        .formatted(
            claim.effect().words(),
            effect.map(Verdict::size).orElse("not known"),
            claim.expected().text());
  }

  private static String size(Interval interval) {
    return "%s over %s %s"
        .formatted(interval.text(), interval.seeds(), interval.seeds() == 1 ? "seed" : "seeds");
  }
}
