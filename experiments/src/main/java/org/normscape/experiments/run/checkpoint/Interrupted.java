package org.normscape.experiments.run.checkpoint;

import java.io.Serial;

/** The end of a task that somebody asked for: what it needs to go on is on the disk. */
public final class Interrupted extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public Interrupted() {
    super("the task was asked to end", null, false, false);
  }
}
