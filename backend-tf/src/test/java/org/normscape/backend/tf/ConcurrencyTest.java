package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Backend;

final class ConcurrencyTest {

  private static final int STEPS = 50;

  @ParameterizedTest
  @EnumSource
  void sharedAndOwnExecutablesGiveTheSameFromManyThreads(Place place)
      throws InterruptedException, ExecutionException {
    try (Backend backend = place.open();
        Steps shared = Steps.on(backend)) {
      double alone = shared.run(STEPS);
      List<Callable<Double>> tasks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tasks.add(() -> shared.run(STEPS));
        tasks.add(() -> runOwn(backend));
      }
      assertThat(all(tasks)).hasSize(8).containsOnly(alone);
    }
  }

  private static double runOwn(Backend backend) {
    try (Steps own = Steps.on(backend)) {
      return own.run(STEPS);
    }
  }

  private static List<Double> all(List<Callable<Double>> tasks)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<Double> values = new ArrayList<>();
      for (Future<Double> future : threads.invokeAll(tasks)) {
        values.add(future.get());
      }
      return values;
    } finally {
      threads.shutdown();
    }
  }
}
