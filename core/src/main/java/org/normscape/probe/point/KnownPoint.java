package org.normscape.probe.point;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/** An {@link OtherPoint} on a device. */
public interface KnownPoint extends AutoCloseable {

  /**
   * The point, parameters and state; lent until this closes.
   *
   * @throws IllegalStateException when it is not known yet
   */
  Point<Array> point();

  /** Keeps where the network is, at a step that the point {@link OtherPoint#remembers}. */
  default void remember(int step, Point<Array> point) {
    // A point that is known from elsewhere has nothing to keep.
  }

  /** What it keeps, for a checkpoint; lent until it is used again. */
  default Parameters<Array> memory() {
    return Parameters.none();
  }

  /** Goes on from what another one kept. */
  default void recall(Parameters<Array> memory) {
    // Whoever keeps nothing has nothing to recall.
  }

  @Override
  void close();
}
