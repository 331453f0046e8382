package org.normscape.probe.direction;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
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

  /** Keeps where the network is, at a step that the direction {@link Direction#remembers}. */
  default void remember(int step, Point<Array> point) {
    // Most directions follow from where the network is.
  }

  /** What it keeps, for a checkpoint; lent until it is used again. */
  default Parameters<Array> memory() {
    return Parameters.none();
  }

  /** Goes on from what another one of the same direction kept. */
  default void recall(Parameters<Array> memory) {
    // Whoever keeps nothing has nothing to recall.
  }

  /** Gives back what was compiled or uploaded; most directions need neither. */
  @Override
  default void close() {}
}
