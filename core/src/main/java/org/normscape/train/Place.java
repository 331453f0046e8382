package org.normscape.train;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * Where a network is on its way.
 *
 * @param point the network
 * @param memory what the optimizer remembers
 * @param owner whom the arrays of both belong to
 */
record Place(Point<Array> point, Parameters<Array> memory, Owner owner) implements AutoCloseable {

  /** A place whose arrays get an owner. */
  static Place of(Point<Array> point, Parameters<Array> memory) {
    Owner owner = new Owner();
    return new Place(owner.own(point), owner.own(memory), owner);
  }

  @Override
  public void close() {
    owner.close();
  }
}
