package org.normscape.train;

import org.normscape.backend.Array;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The batches of a training, on the device. */
@FunctionalInterface
public interface Batches {

  /**
   * The batch of a step, by the paths of {@code Objective.batch()}.
   *
   * @param step which step, counted from 0
   * @param owner closes after the step what it is given; a batch for several steps is kept from it
   */
  Parameters<Array> at(int step, Owner owner);
}
