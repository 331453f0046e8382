package org.normscape.backend.nd4j.plan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Threads that share the work of one step: the caller, and as many others as there may be. */
public final class Workers {

  private static final long IDLE_SECONDS = 10;

  private final int helpers;
  private final Executor threads;

  /**
   * @param count the number of threads, the caller's included
   */
  Workers(int count) {
    this.helpers = count - 1;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            Math.max(helpers, 1),
            Math.max(helpers, 1),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Workers::daemon);
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "nd4j-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** Does all pieces of some work, in any order and at once; returns when all are done. */
  public void share(int pieces, IntConsumer work) {
    Pieces all = new Pieces(pieces, work);
    for (int i = 0; i < Math.min(helpers, pieces - 1); i++) {
      threads.execute(all::help);
    }
    all.help();
    all.await();
  }

  /** Pieces of work, each done by whoever comes first. */
  private static final class Pieces {
    private final int count;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Pieces(int count, IntConsumer work) {
      this.count = count;
      this.work = work;
      this.open = new CountDownLatch(count);
    }

    void help() {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        try {
          work.accept(i);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          open.countDown();
        }
      }
    }

    /** Waits for the pieces that others have begun; an interruption is kept for later. */
    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
