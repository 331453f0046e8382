package org.normscape.experiments.cluster;

import java.time.Duration;

/** A time after which one thing is said, once. */
final class Patience {

  private final long end;
  private boolean isOver;

  /** Begins now. */
  Patience(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** Whether the time is over, and was not the last time this was asked. */
  boolean hasJustEnded() {
    boolean before = isOver;
    isOver = System.nanoTime() - end > 0;
    return isOver && !before;
  }
}
