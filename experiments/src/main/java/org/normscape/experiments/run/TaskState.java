package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What has become of a task. */
public enum TaskState {
  /** Nothing was done yet. */
  WAITING,
  /** A process carries it out. */
  RUNNING,
  /** All steps were taken. */
  DONE,
  /** It ended since a loss was no longer finite, or too large: a result like others. */
  DIVERGED,
  /** It ended since its loss no longer fell: a result like others. */
  STOPPED,
  /** Successive halving has kept others; it could go on from its checkpoint. */
  PRUNED,
  /** It was stopped, and can go on from its checkpoint. */
  INTERRUPTED,
  /** It ended with an error. */
  FAILED;

  /** Whether there is nothing left to do. */
  public boolean isEnded() {
    return this == DONE || this == DIVERGED || this == STOPPED;
  }

  /** Whether there is nothing left to do in the run that it belongs to. */
  public boolean isSettled() {
    return isEnded() || this == PRUNED;
  }

  /** The word in files. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
