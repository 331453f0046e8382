package org.normscape.experiments.run.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How long the rest of some work takes, at the speed so far. */
public final class TimeLeft {

  /** Before a hundredth is done, what was done was mostly making ready. */
  private static final long PARTS = 100;

  private TimeLeft() {}

  /**
   * The time left; nothing where too little was done to tell.
   *
   * @param elapsed how long it has taken so far
   * @param units how much work it is
   * @param done how much of it is done
   * @param skipped how much of that was done before, which says nothing about the speed
   */
  static Optional<Duration> of(Duration elapsed, long units, long done, long skipped) {
    if (done >= units) {
      return Optional.of(Duration.ZERO);
    }
    long since = done - skipped;
    return since <= 0 || since * PARTS < units - skipped
        ? Optional.empty()
        : Optional.of(elapsed.multipliedBy(units - done).dividedBy(since));
  }

  /** A time for readers: {@code 45 s}, {@code 12 min 05 s}. */
  public static String text(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%s min %02d s", seconds / 60, seconds % 60);
  }
}
