package org.normscape.experiments.run;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended.
 *
 * @param state in a word
 * @param updates after how many updates
 * @param reason why before its last step, in a sentence; null where it was the last
 */
public record Ending(TaskState state, int updates, @Nullable String reason) {

  /** All steps were taken. */
  public static Ending done(int updates) {
    return new Ending(TaskState.DONE, updates, null);
  }
}
