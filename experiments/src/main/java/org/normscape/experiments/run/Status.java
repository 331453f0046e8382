package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run has come. */
public enum Status {
  /** A process carries it out. */
  RUNNING,
  /** All its tasks have ended. */
  COMPLETE,
  /** It was stopped, and can go on. */
  INTERRUPTED,
  /** It ended with an error. */
  FAILED;

  /** The word in files. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
