package org.normscape.experiments.results;

import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.claim.Verdict.Outcome;

/**
 * What became of a claim on one backend, in words that outlast the run.
 *
 * @param sentence what is claimed
 * @param place where the paper says it; may be empty
 * @param turnsOn a choice that the paper leaves open and on which the verdict turns; may be empty
 * @param expected where the effect lies if the sentence holds
 * @param outcome whether it holds
 * @param effect the size of the effect with its interval over seeds, or {@code not known}
 * @param reason why it is so judged, in a sentence
 */
record Finding(
    String sentence,
    String place,
    String turnsOn,
    String expected,
    Outcome outcome,
    String effect,
    String reason) {

  static Finding of(Verdict verdict) {
    return new Finding(
        verdict.claim().sentence(),
        verdict.claim().place(),
        verdict.claim().turnsOn(),
        verdict.claim().expected().text(),
        verdict.outcome(),
        verdict.effect().map(effect -> effect.text()).orElse("not known"),
        verdict.reason());
  }
}
