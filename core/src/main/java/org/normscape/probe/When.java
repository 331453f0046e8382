package org.normscape.probe;

import java.util.Set;

/**
 * At which steps a probe measures. A step is named by how many updates were made before it: 0 is at
 * initialization, and after the last update, when there is no batch to train on any more, it is
 * {@code steps}. Implementations are records. Where {@code steps} is 0, nothing is trained and the
 * only point is both the first and the last.
 */
public interface When {

  /**
   * Whether to measure; of a schedule that looks at what was measured, whether it may.
   *
   * @param step how many updates have been made, from 0 to {@code steps}
   * @param steps how many are made in all
   */
  boolean isDue(int step, int steps);

  /**
   * Whether to measure, where something has been measured already.
   *
   * @param past what was measured at earlier steps
   */
  default boolean isDue(int step, int steps, Past past) {
    return isDue(step, steps);
  }

  /** The metrics that it looks at, such as {@code train_loss}; most schedules look at none. */
  default Set<String> watches() {
    return Set.of();
  }
}
