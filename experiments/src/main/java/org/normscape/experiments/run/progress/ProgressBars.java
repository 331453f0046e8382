package org.normscape.experiments.run.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/** Progress as a bar with the time left, for a terminal. */
public final class ProgressBars implements Progress {

  private static final int UPDATE_MILLISECONDS = 200;
  private static final int WIDEST = 100;

  private final PrintWriter out;
  private final ProgressBarStyle style;
  private final int width;
  private final AtomicLong skipped = new AtomicLong();
  private @Nullable ProgressBar bar;

  /**
   * Bars on a terminal.
   *
   * @param environment the environment variables: with {@code NO_COLOR} (no-color.org) there is
   *     none
   * @param columns how many characters fit into a line, the last of which stays free
   */
  public ProgressBars(PrintWriter out, Map<String, String> environment, int columns) {
    this.out = out;
    this.style = style(environment);
    this.width = Math.min(WIDEST, columns - 1);
  }

  static ProgressBarStyle style(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
        : ProgressBarStyle.UNICODE_BLOCK;
  }

  @Override
  public void begin(String task, long units) {
    close();
    skipped.set(0);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(units)
            .setStyle(style)
            .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
            .setSpeedUnit(ChronoUnit.SECONDS)
            .setEtaFunction(this::left)
            .build();
  }

  private void draw(String line) {
    out.print("\r" + line);
    out.flush();
  }

  private Optional<Duration> left(ProgressState state) {
    return TimeLeft.of(
        state.getElapsedAfterStart(), state.getMax(), state.getCurrent(), skipped.get());
  }

  @Override
  public void skip(long units, String detail) {
    skipped.addAndGet(units);
    advance(units, detail);
  }

  @Override
  public void advance(long units, String detail) {
    if (bar != null) {
      bar.stepBy(units);
      bar.setExtraMessage(" " + detail);
    }
  }

  @Override
  public void note(String line) {
    if (bar != null) {
      bar.pause();
    }
    out.print("\r\033[K" + line + System.lineSeparator());
    out.flush();
    if (bar != null) {
      bar.resume();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      out.println();
    }
  }
}
