package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.progress.Progress;

/**
 * The tasks of a run and those who carry them out, side by side where that is asked for. A task
 * that fails says why in its folder; the others go on, unless they are to stop.
 */
final class Workforce {

  private final int count;
  private final int jobs;
  private final TaskQueue queue;
  private final RunLog log;
  private final Supplier<Worker> workers;
  private final Failures failures;
  private final AtomicReference<@Nullable Runnable> broken = new AtomicReference<>();
  private volatile boolean interrupted;

  /**
   * Those who carry out tasks.
   *
   * @param planned all tasks; those that have ended are left out
   * @param jobs how many are carried out side by side
   * @param workers makes one of those who carry them out
   */
  Workforce(
      List<TaskQueue.Planned> planned,
      int jobs,
      RunLog log,
      Progress progress,
      Supplier<Worker> workers) {
    this.jobs = jobs;
    this.count = planned.size();
    this.log = log;
    this.failures = new Failures(log, progress);
    this.workers = workers;
    this.queue = TaskQueue.unfinished(planned, log, progress);
  }

  /**
   * Carries out what has not ended.
   *
   * @throws Interrupted when somebody asked for an end
   * @throws UserError when tasks failed
   */
  void carryOut() {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < jobs; i++) {
      Thread other = new Thread(this::aside, "tasks-" + i);
      others.add(other);
      other.start();
    }
    work();
    others.forEach(Workforce::await);
    Optional.ofNullable(broken.get()).ifPresent(Runnable::run);
    failures.check(count);
    if (interrupted) {
      throw new Interrupted();
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works on a thread of its own, and keeps what it throws for the thread that waits. */
  private void aside() {
    try {
      work();
    } catch (RuntimeException | Error e) {
      broken.set(
          () -> {
            throw e;
          });
      queue.clear();
      log.conduct().stop().ask();
    }
  }

  private void work() {
    try (Worker worker = workers.get()) {
      for (Optional<TaskQueue.Planned> task = next(worker); task.isPresent(); task = next(worker)) {
        carryOut(worker, task.get());
      }
    }
  }

  private Optional<TaskQueue.Planned> next(Worker worker) {
    if (log.conduct().stop().isAsked()) {
      interrupted = true;
      return Optional.empty();
    }
    return queue.next(worker.cellName());
  }

  private void carryOut(Worker worker, TaskQueue.Planned task) {
    try {
      worker.carryOut(task, log);
    } catch (Interrupted e) {
      interrupted = true;
    } catch (RuntimeException e) {
      worker.close();
      fail(task, e);
    }
  }

  private void fail(TaskQueue.Planned task, RuntimeException thrown) {
    if (log.conduct().onFailure() == Conduct.OnFailure.STOP) {
      queue.clear();
      log.conduct().stop().ask();
    }
    failures.add(task, thrown);
  }
}
