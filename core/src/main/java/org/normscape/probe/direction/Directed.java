package org.normscape.probe.direction;

import org.normscape.params.Owner;
import org.normscape.probe.Situation;

/** A {@link Direction} that is ready for one objective on one backend. */
@FunctionalInterface
public interface Directed extends AutoCloseable {

  /**
   * The direction at a point. Nothing that the situation lends is changed.
   *
   * @param owner whom the arrays belong to that are made for it
   */
  Ray at(Situation situation, Owner owner);

  /** Gives back what was compiled or uploaded; most directions need neither. */
  @Override
  default void close() {}
}
