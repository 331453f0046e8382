package org.normscape.probe.line;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Situation;

/** What normalizations remember at a point between networks, ready for one site. */
@FunctionalInterface
interface PathStates extends AutoCloseable {

  /**
   * The state at a point.
   *
   * @param point a mixture of networks, parameters and state
   * @param owner whom the arrays belong to that are made for it
   */
  Parameters<Array> at(Point<Array> point, Situation situation, Owner owner);

  /** Gives back what was compiled; a mixture needs nothing. */
  @Override
  default void close() {}
}
