package org.normscape.probe;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/** A probe that is ready to measure one objective on one backend, as often as is wanted. */
public interface Instrument extends AutoCloseable {

  /** Measures at a point. Nothing that the situation lends is changed or kept. */
  Measurement measure(Situation situation);

  /**
   * Keeps where the network is at a step that the probe {@link Probe#remembers}, before anything is
   * measured there. The arrays are lent: what is kept are copies.
   *
   * @param step how many updates have been made
   */
  default void remember(int step, Point<Array> point) {
    // Most probes look at where the network is, and not at where it was.
  }

  /**
   * What the next measurement starts from, such as the last eigenvectors; nothing unless a probe
   * says otherwise. It belongs to a checkpoint: another instrument that {@link #recall recalls} it
   * goes on with the same bits. The arrays are lent until the next measurement.
   */
  default Parameters<Array> memory() {
    return Parameters.none();
  }

  /** Goes on from what another instrument of the same probe and site remembered. */
  default void recall(Parameters<Array> memory) {
    // Whoever remembers nothing has nothing to recall.
  }

  /** Gives back what was compiled. */
  @Override
  void close();
}
