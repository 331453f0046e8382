package org.normscape.experiments.claim.effect;

import java.util.List;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * Two selections that are compared.
 *
 * @param of what the claim is about
 * @param to what it is compared with
 */
public record Pair(Selection of, Selection to) {

  /** Two that are still to be named. */
  public Pair() {
    this(new Selection(), new Selection());
  }

  List<Selection> both() {
    return List.of(of, to);
  }

  void check(String key, Measurable measurable) {
    measurable.selection(key + ".of", of);
    measurable.selection(key + ".to", to);
  }

  String words(String sign) {
    return of.words().equals(to.words())
        ? "%s: %s %s %s".formatted(of.words(), of.network(), sign, to.network())
        : "%s in %s %s %s in %s"
            .formatted(of.words(), of.network(), sign, to.words(), to.network());
  }
}
