package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What has become of a task. */
public enum TaskState {
  WAITING,
  RUNNING,
  DONE,
  /** It ended since a loss was no longer finite: a result like others. */
  DIVERGED,
  INTERRUPTED,
  FAILED;

  /** Whether there is nothing left to do. */
  public boolean isEnded() {
    return this == DONE || this == DIVERGED;
  }

  /** The word in files. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
