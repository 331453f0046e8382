package org.normscape.experiments.results;

import java.util.List;
import org.normscape.experiments.claim.Confounder;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.claim.Verdict.Outcome;
import org.normscape.experiments.claim.effect.Interval;

/**
 * What became of a claim on one backend, in words that outlast the run.
 *
 * @param sentence what is claimed
 * @param place where the paper says it; may be empty
 * @param turnsOn a choice that the paper leaves open and on which the verdict turns; may be empty
 * @param measured what the effect is: quantities, and how they are compared
 * @param expected where the effect lies if the sentence holds
 * @param outcome whether it holds
 * @param effect the size of the effect with its interval over seeds, or {@code not known}
 * @param seeds the number of seeds; 0 where the effect is not known
 * @param reason why it is so judged, in a sentence
 * @param beside what may explain the effect too
 */
record Finding(
    String sentence,
    String place,
    String turnsOn,
    String measured,
    String expected,
    Outcome outcome,
    String effect,
    int seeds,
    String reason,
    List<String> beside) {

  Finding {
    beside = List.copyOf(beside);
  }

  static Finding of(Verdict verdict) {
    return new Finding(
        verdict.claim().sentence(),
        verdict.claim().place(),
        verdict.claim().turnsOn(),
        verdict.claim().effect().words(),
        verdict.claim().expected().text(),
        verdict.outcome(),
        verdict.effect().map(Interval::text).orElse("not known"),
        verdict.effect().map(Interval::seeds).orElse(0),
        verdict.reason(),
        verdict.confounders().stream().map(Confounder::text).toList());
  }

  /** The size of the effect and the number of seeds, in Markdown. */
  String size() {
    return switch (seeds) {
      case 0 -> effect;
      case 1 -> "**%s**, one seed".formatted(effect);
      default -> "**%s** over %s seeds".formatted(effect, seeds);
    };
  }
}
