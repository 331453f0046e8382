package org.normscape.experiments.run;

import org.normscape.component.Components;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.spec.CheckpointSpec;

/**
 * How a run is carried out, which changes none of its results.
 *
 * @param jobs how many tasks go on side by side
 * @param onFailure what becomes of the other tasks when one fails
 * @param checkpoint how often a task keeps what it needs to go on
 * @param stop somebody's wish that the run ends early
 * @param beforeCheckpoint what is done before a checkpoint is written
 */
public record Conduct(
    int jobs,
    OnFailure onFailure,
    CheckpointSpec checkpoint,
    Stop stop,
    Runnable beforeCheckpoint) {

  /** What becomes of the other tasks when one fails. */
  public enum OnFailure {
    /** They are carried out, and the run fails at its end. */
    GO_ON,
    /** They end too, as after an interruption. */
    STOP
  }

  /** One task after the other, for as long as it takes. */
  public Conduct() {
    this(1, OnFailure.GO_ON, new CheckpointSpec(), new Stop(), () -> {});
  }

  public Conduct {
    Components.count(Conduct.class, "jobs", jobs);
  }

  /** So many tasks side by side. */
  public Conduct with(int jobs, OnFailure onFailure) {
    return new Conduct(jobs, onFailure, checkpoint, stop, beforeCheckpoint);
  }

  /** With checkpoints as often as a specification says, and something done before each. */
  public Conduct with(CheckpointSpec checkpoint, Runnable beforeCheckpoint) {
    return new Conduct(jobs, onFailure, checkpoint, stop, beforeCheckpoint);
  }
}
