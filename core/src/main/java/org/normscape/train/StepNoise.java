package org.normscape.train;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;

/**
 * What layers draw at the steps of a training, on a device. The numbers are those of {@link
 * Objective#drawNoise}, whoever draws them and when. For one thread.
 */
public interface StepNoise extends AutoCloseable {

  /**
   * The noise of a step, by the paths of {@link Objective#arguments}; nothing where no layer draws.
   * The caller closes the arrays. Steps may be asked for in any order.
   */
  Parameters<Array> at(int step);

  /** Gives back what was drawn for a step that nobody asked for. */
  @Override
  default void close() {}

  /**
   * The noise of a training. On the host a step has all cores, and a thread beside it makes its
   * threads wait, so noise is drawn when it is asked for. Any other device leaves the cores idle,
   * and they draw the noise of the next step meanwhile.
   *
   * @param objective what is trained
   * @param backend where the arrays are made
   * @param seed the seed of the run
   */
  static StepNoise of(Objective objective, Backend backend, long seed) {
    StepNoise whenAsked = step -> objective.drawNoise(backend, seed, step);
    boolean isNone = objective.noise().paths().isEmpty();
    return isNone || backend.info().device().isHost() ? whenAsked : new NoiseAhead(whenAsked);
  }
}
