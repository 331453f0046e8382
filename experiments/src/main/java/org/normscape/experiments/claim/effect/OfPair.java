package org.normscape.experiments.claim.effect;

import java.util.List;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/** An effect that compares one selection with another. */
interface OfPair extends Effect {

  /** The two selections. */
  Pair pair();

  @Override
  default List<Selection> selections() {
    return pair().both();
  }

  @Override
  default void check(String key, Measurable measurable) {
    pair().check(key, measurable);
  }
}
