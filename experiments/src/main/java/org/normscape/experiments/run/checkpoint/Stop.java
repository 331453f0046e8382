package org.normscape.experiments.run.checkpoint;

/** Somebody's wish that a run ends early. Safe to use from several threads. */
public final class Stop {

  private volatile boolean asked;

  /** Asks a run to end after the step that is going on. */
  public void ask() {
    asked = true;
  }

  /** Whether a run is to end. */
  public boolean isAsked() {
    return asked;
  }
}
