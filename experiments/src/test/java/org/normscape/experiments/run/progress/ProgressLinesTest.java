package org.normscape.experiments.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  @Test
  void saysNowAndThenHowMuchTimeIsLeft() {
    AtomicLong now = new AtomicLong();
    StringWriter out = new StringWriter();
    try (Progress progress =
        new ProgressLines(new PrintWriter(out), () -> Instant.ofEpochMilli(now.get()))) {
      progress.begin("landscape", 100);
      for (int i = 0; i < 100; i++) {
        now.addAndGet(1000);
        progress.advance(1, "loss " + i);
      }
    }
    assertThat(out.toString().lines())
        .hasSize(21)
        .startsWith(
            "landscape",
            "landscape: 5 %, 1 min 35 s left, loss 4",
            "landscape: 10 %, 1 min 30 s left, loss 9")
        .endsWith("landscape: 100 %, 0 s left, loss 99");
  }

  @Test
  void whatIsMeasuredAfterTheLastUnitIsSaidNowAndThen() {
    AtomicLong now = new AtomicLong();
    StringWriter out = new StringWriter();
    try (Progress progress =
        new ProgressLines(new PrintWriter(out), () -> Instant.ofEpochMilli(now.get()))) {
      progress.begin("plane", 1);
      progress.advance(1, "loss 1");
      for (int row = 1; row <= 12; row++) {
        now.addAndGet(1000);
        progress.advance(0, "row " + row);
      }
    }
    assertThat(out.toString().lines())
        .containsExactly(
            "plane",
            "plane: 100 %, 0 s left, loss 1",
            "plane: 100 %, 0 s left, row 5",
            "plane: 100 %, 0 s left, row 10");
  }

  /** The first step takes as long as compiling does. */
  @Test
  void too_little_says_nothing_about_the_time_that_is_left() {
    assertThat(TimeLeft.of(Duration.ofSeconds(30), 1000, 9, 0)).isEmpty();
    assertThat(TimeLeft.of(Duration.ofSeconds(30), 1000, 10, 0)).hasValue(Duration.ofSeconds(2970));
    assertThat(TimeLeft.of(Duration.ofSeconds(30), 1000, 504, 500)).isEmpty();
    assertThat(TimeLeft.of(Duration.ofSeconds(30), 1000, 505, 500))
        .hasValue(Duration.ofSeconds(2970));
    assertThat(TimeLeft.of(Duration.ofSeconds(30), 1000, 1000, 1000)).hasValue(Duration.ZERO);
  }

  /** What was done before took no time now, and says nothing about what is left. */
  @Test
  void takesNoSpeedFromWhatWasDoneBefore() {
    AtomicLong now = new AtomicLong();
    StringWriter out = new StringWriter();
    try (Progress progress =
        new ProgressLines(new PrintWriter(out), () -> Instant.ofEpochMilli(now.get()))) {
      progress.begin("sweep", 100);
      progress.skip(50, "done before");
      for (int i = 0; i < 10; i++) {
        now.addAndGet(1000);
        progress.advance(1, "loss");
      }
    }
    assertThat(out.toString().lines())
        .containsExactly("sweep", "sweep: 55 %, 45 s left, loss", "sweep: 60 %, 40 s left, loss");
  }
}
