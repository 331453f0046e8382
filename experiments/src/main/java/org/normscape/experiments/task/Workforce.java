package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.ErrorLog;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.TaskLog;
import org.normscape.experiments.run.checkpoint.Interrupted;

/**
 * The tasks of a run and those who carry them out, side by side where that is asked for. A task
 * that fails says why in its folder; the others go on, unless they are to stop.
 */
final class Workforce {

  private static final int SHOWN = 3;

  /** A task that failed, and what it threw. */
  private record Failure(TaskQueue.Planned task, RuntimeException thrown, String sentence) {}

  private final int count;
  private final int jobs;
  private final TaskQueue queue;
  private final RunLog log;
  private final Progress progress;
  private final Supplier<Worker> workers;
  private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
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
    this.progress = progress;
    this.workers = workers;
    this.queue = new TaskQueue(planned.stream().filter(task -> !hasEnded(task)).toList());
  }

  private boolean hasEnded(TaskQueue.Planned task) {
    boolean ended = log.hasEnded(task.cell().name(), task.seed());
    if (ended) {
      progress.skip(
          task.until(), "%s, seed %s: done before".formatted(task.cell().name(), task.seed()));
    }
    return ended;
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
    if (!failures.isEmpty()) {
      throw failed();
    }
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
    return queue.next(worker.cell());
  }

  private void carryOut(Worker worker, TaskQueue.Planned task) {
    try {
      worker.carryOut(task);
    } catch (Interrupted e) {
      interrupted = true;
    } catch (RuntimeException e) {
      worker.close();
      fail(task, e);
    }
  }

  private void fail(TaskQueue.Planned task, RuntimeException thrown) {
    TaskLog of = log.task(task.cell().name(), task.seed());
    String sentence =
        thrown instanceof UserError error
            ? error.getMessage()
            : ErrorLog.write(thrown, of.errors());
    failures.add(new Failure(task, thrown, sentence));
    if (log.conduct().onFailure() == Conduct.OnFailure.STOP) {
      queue.clear();
      log.conduct().stop().ask();
    }
    progress.note("%s, seed %s failed: %s".formatted(task.cell().name(), task.seed(), sentence));
    try {
      of.failed(sentence);
    } catch (UserError unwritten) {
      thrown.addSuppressed(unwritten);
    }
  }

  private RuntimeException failed() {
    Failure first = failures.get(0);
    if (count == 1) {
      return first.thrown();
    }
    String which =
        failures.stream()
            .limit(SHOWN)
            .map(f -> "%s, seed %s".formatted(f.task().cell().name(), f.task().seed()))
            .collect(Collectors.joining("; "));
    return UserError.failure(
        "run: every task must end, but %s of %s failed: %s%s. The first says: %s"
            .formatted(
                failures.size(),
                count,
                which,
                failures.size() > SHOWN ? "; …" : "",
                first.sentence()),
        first.thrown());
  }
}
