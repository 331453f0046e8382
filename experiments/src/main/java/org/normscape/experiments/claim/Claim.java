package org.normscape.experiments.claim;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.claim.effect.Effect;
import org.normscape.experiments.claim.effect.Region;
import org.normscape.experiments.claim.effect.Value;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * A sentence of a paper as a predicate over what is measured.
 *
 * @param sentence what the paper says
 * @param place where the paper says it, such as {@code Section 3.1, Figure 4(b)}; may be empty
 * @param effect the number that says how large the effect is
 * @param expected where that number lies if the sentence holds
 * @param premise what must be so in every seed for the sentence to say anything: where it is not,
 *     the claim is not decidable here
 * @param networks which networks it can be judged by
 * @param turnsOn a choice that the paper leaves open and on which the verdict turns; may be empty
 * @param confounders quantities, or keys of the cells' settings, that may explain the effect too
 *     and are shown beside the verdict
 */
public record Claim(
    String sentence,
    String place,
    Effect effect,
    Region expected,
    Optional<Premise> premise,
    Networks networks,
    String turnsOn,
    List<String> confounders) {

  /** A claim that is still to be said. */
  public Claim() {
    this("", "", new Value(), new Region(), Optional.empty(), Networks.TRAINED, "", List.of());
  }

  public Claim {
    confounders = List.copyOf(confounders);
  }

  /**
   * Checks that it can be judged: that all it names is measured, and that it expects something.
   *
   * @param key the key of the claim, which errors name
   * @throws UserError when something is missing
   */
  public void check(String key, Measurable measurable) {
    if (sentence.isBlank()) {
      throw UserError.usage(
          key + ".sentence: must say what is claimed, but it is not said. To fix: write it.");
    }
    effect.check(key + ".effect", measurable);
    expected.check(key + ".expected");
    premise.ifPresent(it -> it.check(key + ".premise", measurable));
    for (String confounder : confounders) {
      if (measurable.quantities().of(confounder).isEmpty()) {
        checkSetting(key + ".confounders", confounder, measurable);
      }
    }
  }

  private void checkSetting(String key, String confounder, Measurable measurable) {
    if (!confounder.contains(".")) {
      Measurable.require(key, "a quantity or a setting", confounder, measurable.names());
    }
    measurable.setting(key, confounder, cells());
  }

  /** The networks that it is about. */
  public List<String> cells() {
    return effect.selections().stream().map(Selection::network).distinct().toList();
  }
}
