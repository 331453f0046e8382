package org.normscape.experiments.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.ErrorLog;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.record.TaskLog;

/**
 * The tasks of a run that failed. Each says why in its folder, and the run says it at its end. Safe
 * to use from several threads.
 */
public final class Failures {

  private static final int SHOWN = 3;

  /** A task that failed, and what it threw. */
  private record Failure(TaskQueue.Planned task, RuntimeException thrown, String sentence) {}

  private final RunLog log;
  private final Progress progress;
  private final List<Failure> all = new ArrayList<>();

  /** None yet. */
  public Failures(RunLog log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  /** Says that a task failed: in its folder, and to whoever waits. */
  public synchronized void add(TaskQueue.Planned task, RuntimeException thrown) {
    try (RunLog.Lease lease = log.lease(task.cell().name(), task.seed())) {
      add(task, thrown, lease.log());
    }
  }

  private void add(TaskQueue.Planned task, RuntimeException thrown, TaskLog of) {
    String sentence =
        thrown instanceof UserError error
            ? error.getMessage()
            : ErrorLog.write(thrown, of.errors());
    all.add(new Failure(task, thrown, sentence));
    progress.note("%s failed: %s".formatted(task.title(), sentence));
    try {
      of.failed(sentence);
    } catch (UserError unwritten) {
      thrown.addSuppressed(unwritten);
    }
  }

  /**
   * Ends a run in which some failed.
   *
   * @param count how many tasks there were
   * @throws RuntimeException what the task threw where it is the only one, else an error that names
   *     the first ones
   */
  public synchronized void check(int count) {
    if (!all.isEmpty()) {
      throw count == 1 ? all.get(0).thrown() : summary(count);
    }
  }

  private UserError summary(int count) {
    Failure first = all.get(0);
    String which =
        all.stream().limit(SHOWN).map(it -> it.task().title()).collect(Collectors.joining("; "));
    return UserError.failure(
        "run: every task must end, but %s of %s failed: %s%s. The first says: %s"
            .formatted(all.size(), count, which, all.size() > SHOWN ? "; …" : "", first.sentence()),
        first.thrown());
  }
}
