package org.normscape.experiments.run.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;

/** Progress in plain lines, not too many of them. Safe to use from several threads. */
public final class ProgressLines implements Progress {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final InstantSource clock;
  private String task = "";
  private long units;
  private long done;
  private long skipped;
  private long begun;
  private long lastLine;

  public ProgressLines(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void begin(String task, long units) {
    this.task = task;
    this.units = units;
    this.done = 0;
    this.skipped = 0;
    this.begun = clock.millis();
    this.lastLine = begun;
    note(task);
  }

  @Override
  public synchronized void advance(long units, String detail) {
    done += units;
    long now = clock.millis();
    boolean isTheLast = units > 0 && done == this.units;
    if (now - lastLine >= PAUSE.toMillis() || isTheLast) {
      lastLine = now;
      note(
          "%s: %s %%, %s, %s"
              .formatted(task, 100 * done / Math.max(1, this.units), left(now), detail));
    }
  }

  @Override
  public synchronized void skip(long units, String detail) {
    skipped += units;
    advance(units, detail);
  }

  private String left(long now) {
    return TimeLeft.of(Duration.ofMillis(now - begun), units, done, skipped)
        .map(left -> TimeLeft.text(left) + " left")
        .orElse("time left not known yet");
  }

  @Override
  public synchronized void note(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public synchronized void close() {
    out.flush();
  }
}
