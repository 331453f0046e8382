package org.normscape.experiments.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PacedTest {

  private static final Map<String, Double> COSTS = Map.of("short", 2e6, "long", 20e6);

  @Test
  void stepsThatCostMoreAreMoreUnits() {
    Progress paced = Paced.of(new NoProgress(), COSTS);
    assertThat(paced.units("short", 7)).isEqualTo(7);
    assertThat(paced.units("long", 7)).isEqualTo(70);
    assertThat(paced.units("another", 7)).isEqualTo(7);
  }

  /** 10 steps of 10 s, and then 100 steps of 1 s. */
  @Test
  void theTimeLeftIsThatOfTheStepsThatAreLeft() {
    AtomicLong now = new AtomicLong();
    StringWriter out = new StringWriter();
    try (Progress progress =
        Paced.of(
            new ProgressLines(new PrintWriter(out), () -> Instant.ofEpochMilli(now.get())),
            COSTS)) {
      progress.begin("run", progress.units("long", 10) + progress.units("short", 100));
      for (int i = 0; i < 10; i++) {
        now.addAndGet(10_000);
        progress.advance(progress.units("long", 1), "long");
      }
      for (int i = 0; i < 100; i++) {
        now.addAndGet(1000);
        progress.advance(progress.units("short", 1), "short");
      }
    }
    assertThat(out.toString().lines())
        .contains("run: 5 %, 3 min 10 s left, long", "run: 50 %, 1 min 40 s left, long")
        .endsWith("run: 100 %, 0 s left, short");
  }
}
