package org.normscape.probe;

import org.normscape.backend.Array;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * One moment of a training, as an {@link Instrument} sees it: between the computation of a step and
 * the update. What costs something is computed when it is first asked for. Every array is lent
 * until the measurement is over.
 */
public interface Situation {

  /** How many updates have been made. */
  int step();

  /**
   * The seed of the task that this is a moment of: whatever a probe draws, it draws from a {@link
   * org.normscape.random.RandomStream} of this seed and a purpose of its own.
   */
  long seed();

  /** The learning rate of this step; after the last update, that of the last update. */
  double learningRate();

  /** Where the network is. */
  Point<Array> point();

  /**
   * The batch of this step, by the objective's paths, with its noise: whoever evaluates on it again
   * draws the same.
   */
  Parameters<Array> batch();

  /**
   * What was found at the point, on the batch.
   *
   * @param need one of {@link Probe#needs}
   */
  Found found(Need need);

  /** What the optimizer remembers, before the update. */
  Parameters<Array> memory();

  /**
   * Where the update of this step is going to lead.
   *
   * @throws IllegalStateException when nothing moves the network
   */
  Point<Array> update();

  /** The other examples that there are. */
  MoreBatches more();

  /** Where the rows of a long measurement are kept; nowhere unless a situation says otherwise. */
  default Journal journal() {
    return Journal.NONE;
  }
}
