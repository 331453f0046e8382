package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.normscape.check.Threads;

final class AheadTest {

  private static final String NAME = "made ahead";

  private final List<String> discarded = new ArrayList<>();

  private static String made(int step) {
    return "step " + step;
  }

  @Test
  void givesWhatTheStepTakesInAnyOrder() {
    try (Ahead<String> ahead = new Ahead<>(NAME, AheadTest::made, discarded::add)) {
      for (int step : new int[] {4, 5, 6, 2, 2, 3}) {
        assertThat(ahead.at(step)).isEqualTo(made(step));
      }
      assertThat(discarded).containsExactly(made(7), made(3));
    }
    assertThat(discarded).containsExactly(made(7), made(3), made(4));
  }

  @Test
  void makesTheNextWhileAStepIsTaken() throws InterruptedException {
    CountDownLatch next = new CountDownLatch(2);
    try (Ahead<Long> ahead = new Ahead<>(NAME, step -> countedDown(next), made -> {})) {
      ahead.at(0);
      // This is the step: nobody asks for the next one before it is made.
      assertThat(next.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static long countedDown(CountDownLatch latch) {
    latch.countDown();
    return latch.getCount();
  }

  @Test
  void startsNoThreadBeforeAStepIsBegunAndLeavesNone() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      try (Ahead<String> ahead = new Ahead<>(NAME, AheadTest::made, discarded::add)) {
        assertThat(Threads.left(NAME)).isEmpty();
        ahead.at(i);
        assertThat(Threads.called(NAME)).hasSize(1);
      }
    }
    assertThat(Threads.left(NAME)).isEmpty();
  }

  @Test
  void whatMakingThrowsReachesTheStepItWasMadeFor() {
    RuntimeException failure = new IllegalStateException("no memory");
    Error error = new OutOfMemoryError("none at all");
    try (Ahead<String> ahead = new Ahead<>(NAME, step -> failing(step, failure, error), s -> {})) {
      assertThat(ahead.at(0)).isEqualTo(made(0));
      assertThatThrownBy(() -> ahead.at(1)).isSameAs(failure);
      assertThatThrownBy(() -> ahead.at(1)).isSameAs(failure);
      assertThatThrownBy(() -> ahead.at(2)).isSameAs(error);
    }
  }

  private static String failing(int step, RuntimeException failure, Error error) {
    return switch (step) {
      case 0 -> made(step);
      case 1 -> throw failure;
      default -> throw error;
    };
  }

  @Test
  void closingIsQuietWhereTheNextCouldNotBeMade() {
    RuntimeException failure = new IllegalStateException("no memory");
    Ahead<String> ahead =
        new Ahead<>(NAME, step -> failing(step, failure, new AssertionError()), discarded::add);
    ahead.at(0);
    ahead.close();
    assertThat(discarded).isEmpty();
  }
}
