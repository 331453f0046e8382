package org.normscape.experiments.run;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress as a bar with the time left, for a terminal. */
public final class ProgressBars implements Progress {

  private static final int UPDATE_MILLISECONDS = 200;
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private @Nullable ProgressBar bar;

  public ProgressBars(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(String task, long units) {
    close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(units)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
            .setMaxRenderedLength(WIDTH)
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
