package org.normscape.experiments.claim;

import java.util.List;
import org.normscape.experiments.claim.effect.Region;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;
import org.normscape.experiments.report.metrics.Numbers;

/**
 * What must be so in every seed for a claim to say anything, such as that there is a barrier where
 * the claim is that a curve leads around it.
 *
 * @param of which number of a network
 * @param holds where that number lies if it is so
 */
public record Premise(Selection of, Region holds) {

  /** A premise that is still to be said. */
  public Premise() {
    this(new Selection(), new Region());
  }

  void check(String key, Measurable measurable) {
    measurable.selection(key + ".of", of);
    holds.check(key + ".holds");
  }

  /** In which seeds it is not so, in words; nothing where it is so in all. */
  List<String> failures(List<Evidence> seeds) {
    return seeds.stream()
        .filter(seed -> !holds.contains(of.value(seed)))
        .map(seed -> "%s with seed %s".formatted(Numbers.text(of.value(seed)), seed.seed()))
        .toList();
  }

  /** It in words. */
  String text() {
    return "%s in %s is %s".formatted(of.words(), of.network(), holds.text());
  }
}
