package org.normscape.experiments.claim.effect;

import java.util.List;
import java.util.OptionalDouble;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/** An effect that a straight line through points has; a horizontal line means none. */
interface OfPoints extends Effect {

  /** The points. */
  Points points();

  @Override
  default List<Selection> selections() {
    return points().selections();
  }

  @Override
  default void check(String key, Measurable measurable) {
    points().check(key, measurable);
  }

  @Override
  default OptionalDouble neutral() {
    return OptionalDouble.of(0);
  }
}
