package org.normscape.experiments.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.task.Failures;
import org.normscape.experiments.task.TaskQueue;

/**
 * Which task goes to whom, until all have ended. A task that fails, or whose worker is lost, is
 * given out again a bounded number of times; then it has failed like one of this machine. Safe to
 * use from several threads.
 */
final class Dispatch {

  /** How often a task is tried. */
  static final int ATTEMPTS = 3;

  private record Key(String cell, long seed) {}

  private final TaskQueue queue;
  private final Failures failures;
  private final Runnable onFailure;
  private final Map<Key, Integer> failed = new HashMap<>();
  private int going;
  private boolean stopped;

  /**
   * All of it waits.
   *
   * @param failures takes the tasks that failed for good
   * @param onFailure what is done before each of them
   */
  Dispatch(TaskQueue queue, Failures failures, Runnable onFailure) {
    this.queue = queue;
    this.failures = failures;
    this.onFailure = onFailure;
  }

  /**
   * A task for a worker; none where nothing waits.
   *
   * @param compiled the name of the cell that it has compiled; null where it has none
   */
  synchronized Optional<TaskQueue.Planned> take(@Nullable String compiled) {
    Optional<TaskQueue.Planned> task = stopped ? Optional.empty() : queue.next(compiled);
    task.ifPresent(it -> going++);
    return task;
  }

  /** A task is over: it has ended, or was to end early. */
  synchronized void over() {
    going--;
    notifyAll();
  }

  /**
   * The worker of a task is gone.
   *
   * @return whether the task is given out again
   */
  boolean lost(TaskQueue.Planned task, RuntimeException thrown) {
    if (isStopped()) {
      over();
      return false;
    }
    return failed(task, thrown);
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /**
   * A task failed.
   *
   * @return whether it is given out again
   */
  boolean failed(TaskQueue.Planned task, RuntimeException thrown) {
    try {
      boolean again = isGivenAgain(task);
      if (!again) {
        onFailure.run();
        failures.add(task, thrown);
      }
      return again;
    } finally {
      over();
    }
  }

  private synchronized boolean isGivenAgain(TaskQueue.Planned task) {
    int times = failed.merge(new Key(task.cell().name(), task.seed()), 1, Integer::sum);
    boolean again = times < ATTEMPTS && !stopped;
    if (again) {
      queue.putBack(task);
    }
    return again;
  }

  /** Gives out nothing more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** How many tasks wait for a worker. */
  synchronized int waiting() {
    return stopped ? 0 : queue.size();
  }

  /** Whether all is over, for which this waits so long at most. */
  synchronized boolean isOverWithin(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toNanos(); !isOver() && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    return isOver();
  }

  private boolean isOver() {
    return going == 0 && (stopped || queue.size() == 0);
  }
}
