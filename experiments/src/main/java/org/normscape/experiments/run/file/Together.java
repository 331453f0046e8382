package org.normscape.experiments.run.file;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Many small files that are put on the disk at the same time. A disk settles those of many threads
 * at once about as fast as a single one: with a hundred thousand of them that is minutes in place
 * of an hour.
 */
public final class Together {

  private static final int THREADS = 32;

  private Together() {}

  /**
   * Does the same to each of several things, in any order.
   *
   * @throws RuntimeException what it threw for one of them
   */
  public static <T> void forEach(Collection<T> things, Consumer<T> action) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<?> done :
          things.stream().map(thing -> threads.submit(() -> action.accept(thing))).toList()) {
        await(done);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(Future<?> done) {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files were written", e);
    }
  }
}
