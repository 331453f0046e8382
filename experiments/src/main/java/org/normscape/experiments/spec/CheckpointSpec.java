package org.normscape.experiments.spec;

import java.util.Optional;
import org.normscape.component.Components;

/**
 * How often a task keeps all that it needs to go on. It changes none of its results.
 *
 * @param everySteps the number of steps between checkpoints; by time alone when it is not set
 * @param everyMinutes the time between checkpoints, in minutes
 * @param keep how many checkpoints of a task are kept, the newest ones: at least 2, so that one may
 *     be damaged
 */
public record CheckpointSpec(Optional<Integer> everySteps, double everyMinutes, int keep) {

  /** Every five minutes; the last two are kept. */
  public CheckpointSpec() {
    this(Optional.empty(), 5, 2);
  }

  public CheckpointSpec {
    everySteps.ifPresent(steps -> Components.count(CheckpointSpec.class, "everySteps", steps));
    Components.positive(CheckpointSpec.class, "everyMinutes", everyMinutes);
    Components.require(keep >= 2, CheckpointSpec.class, "keep", "must be at least 2", keep);
  }

  /** Whether a checkpoint is due after this many updates. */
  public boolean isDue(int updates, double minutesSinceTheLast) {
    return minutesSinceTheLast >= everyMinutes
        || everySteps.filter(steps -> updates % steps == 0).isPresent();
  }
}
