package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run has come. */
public enum Status {
  RUNNING,
  COMPLETE,
  INTERRUPTED,
  FAILED;

  /** The word in files. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
