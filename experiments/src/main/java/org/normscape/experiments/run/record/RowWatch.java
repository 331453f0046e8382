package org.normscape.experiments.run.record;

import java.time.Duration;
import java.time.InstantSource;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.progress.TimeLeft;
import org.normscape.probe.Journal.Row;

/**
 * Who looks at the rows of a long measurement: says how far it is and how much time is left, and
 * ends it behind a row where somebody asked for that.
 */
final class RowWatch {

  private final String task;
  private final Stop stop;
  private final Progress progress;
  private final InstantSource clock;
  private String measurement = "";
  private long begun;
  private int measured;

  /**
   * A watch over one task.
   *
   * @param task what it is called
   * @param stop somebody's wish that it ends early
   */
  RowWatch(String task, Stop stop, Progress progress, InstantSource clock) {
    this.task = task;
    this.stop = stop;
    this.progress = progress;
    this.clock = clock;
  }

  /** A row was kept before. */
  void kept(Row row) {
    begin(row);
  }

  /**
   * A row was measured, and kept.
   *
   * @throws Interrupted when somebody asked for an end, and rows are left
   */
  void measured(Row row) {
    begin(row);
    measured++;
    int left = row.of() - row.number() - 1;
    progress.advance(
        0, "%s: row %s of %s, %s left".formatted(task, row.number() + 1, row.of(), time(left)));
    if (left > 0 && stop.isAsked()) {
      throw new Interrupted();
    }
  }

  private void begin(Row row) {
    if (!row.measurement().equals(measurement)) {
      measurement = row.measurement();
      begun = clock.millis();
      measured = 0;
    }
  }

  private String time(int rows) {
    long seconds = Math.round((clock.millis() - begun) / 1000.0 * rows / Math.max(1, measured));
    return TimeLeft.text(Duration.ofSeconds(seconds));
  }
}
