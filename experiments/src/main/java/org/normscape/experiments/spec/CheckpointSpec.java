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
 * @param network whether the trained network is kept
 */
public record CheckpointSpec(
    Optional<Integer> everySteps, double everyMinutes, int keep, Network network) {

  /** What becomes of a network whose training has ended. */
  public enum Network {
    /** It is written beside the metrics, as network.safetensors */
    KEEP,
    /** Nothing is written, as suits thousands of tasks */
    DROP
  }

  /** Every five minutes; the last two are kept, and the network at the end. */
  public CheckpointSpec() {
    this(Optional.empty(), 5, 2, Network.KEEP);
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
