package org.normscape.experiments.run;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress as a bar with the time left, for a terminal. */
public final class ProgressBars implements Progress {

  private static final int UPDATE_MILLISECONDS = 200;
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final ProgressBarStyle style;
  private @Nullable ProgressBar bar;

  /**
   * Bars on a terminal.
   *
   * @param environment the environment variables: with {@code NO_COLOR} (no-color.org) there is
   *     none
   */
  public ProgressBars(PrintWriter out, Map<String, String> environment) {
    this.out = out;
    this.style = style(environment);
  }

  static ProgressBarStyle style(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
        : ProgressBarStyle.UNICODE_BLOCK;
  }

  @Override
  public void begin(String task, long units) {
    close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(units)
            .setStyle(style)
            .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .setSpeedUnit(ChronoUnit.SECONDS)
            .build();
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
    }
  }
}
