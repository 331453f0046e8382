package org.normscape.experiments.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.run.Ending;
import org.normscape.experiments.run.TaskState;
import org.normscape.experiments.run.checkpoint.Checkpoint;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.record.TaskLog;
import org.normscape.probe.TrainingQuantities;

/**
 * One task on its way to the last step: a cell for one seed. It begins at the first step, or where
 * its newest checkpoint is.
 */
final class TaskRun {

  /** From so large a loss on, its order of magnitude tells more than its digits. */
  private static final double LARGE = 1e6;

  private final CompiledCell cell;
  private final long seed;
  private final List<Twin> twins;
  private final TaskLog log;
  private final Stop stop;
  private final Progress progress;
  private final String name;
  private final Divergence divergence;
  private final Patience patience;

  /**
   * A task that is not going on.
   *
   * @param cell the cell, compiled
   * @param twins where each of its steps is done again
   * @param stop somebody's wish that it ends early
   */
  TaskRun(
      CompiledCell cell, long seed, List<Twin> twins, TaskLog log, Stop stop, Progress progress) {
    this.cell = cell;
    this.seed = seed;
    this.twins = twins;
    this.log = log;
    this.stop = stop;
    this.progress = progress;
    this.name = cell.spec().name() + ", seed " + seed;
    this.divergence = new Divergence(name, cell.spec().stopping(), log, progress);
    this.patience = new Patience(cell.spec().stopping());
  }

  /**
   * Trains to the last step, or to the one at which it diverges or is stopped; no further than to
   * some number of updates, where it waits.
   *
   * @throws Interrupted when it ends early since somebody asked for it
   */
  void train(int until) {
    int first = log.begin(name, progress).map(from -> goOn(from, until)).orElseGet(this::begin);
    twins.forEach(twin -> twin.start(seed, log));
    Optional<Ending> ending;
    try (BatchQueue batches = cell.queue(first)) {
      ending = train(first, until, batches);
    } catch (Interrupted asked) {
      log.interrupted();
      throw asked;
    }
    ending.ifPresentOrElse(this::end, log::waiting);
  }

  private long units(int steps) {
    return progress.units(cell.spec().name(), steps);
  }

  private void end(Ending ending) {
    if (cell.spec().steps() > 0) {
      log.network(() -> Start.of(cell.trainer()).network());
    }
    log.ended(ending);
  }

  private int begin() {
    cell.start(seed);
    fingerprint(0);
    return 0;
  }

  private int goOn(Checkpoint from, int until) {
    cell.start(seed, from);
    divergence.recall(from.diverged());
    log.recall(cell.watches());
    if (patience.isNeeded()) {
      patience.recall(log.recorded(TrainingQuantities.TRAIN_LOSS.name()));
    }
    progress.note("%s goes on after step %s".formatted(name, from.updates()));
    progress.skip(units(Math.min(from.updates(), until)), name);
    return from.updates();
  }

  /** Trains; how it ended, or nothing where it waits. */
  private Optional<Ending> train(int first, int until, BatchQueue batches) {
    int steps = cell.spec().steps();
    for (int number = first; number < until; number++) {
      double loss = step(number, batches.next());
      log.flush();
      if (Double.isFinite(loss)) {
        fingerprint(number + 1);
      }
      Optional<Ending> ending = ending(number, loss);
      if (ending.isPresent()) {
        progress.note("%s: the steps after step %s are left out".formatted(name, number));
        progress.advance(units(until - number), name);
        return ending;
      }
      progress.advance(units(1), name + ": loss " + text(loss));
      keep(number + 1, until);
    }
    if (until < steps) {
      return Optional.empty();
    }
    if (cell.measuresAtTheEnd(log.past())) {
      finish(batches.next());
    }
    log.flush();
    return Optional.of(
        divergence.seen()
            ? new Ending(TaskState.DIVERGED, steps, divergence.said())
            : Ending.done(steps));
  }

  /** Whether a task ends with a step before its last, and how. */
  private static String text(double loss) {
    return String.format(Locale.ROOT, loss < LARGE ? "%.3f" : "%.3e", loss);
  }

  private Optional<Ending> ending(int number, double loss) {
    if (cell.spec().stopping().isDiverged(loss)) {
      int updates = Double.isFinite(loss) ? number + 1 : number;
      return Optional.of(new Ending(TaskState.DIVERGED, updates, divergence.said()));
    }
    boolean isLast = number + 1 == cell.spec().steps();
    if (!patience.look(number, loss) || isLast) {
      return Optional.empty();
    }
    progress.note("%s is stopped: %s".formatted(name, patience.said()));
    TaskState state = divergence.seen() ? TaskState.DIVERGED : TaskState.STOPPED;
    return Optional.of(new Ending(state, number + 1, patience.said()));
  }

  private void keep(int updates, int until) {
    boolean isAsked = stop.isAsked();
    boolean isRung = updates == until && until < cell.spec().steps();
    boolean isDue = isRung || log.isCheckpointDue(updates) || cell.keepsRows(updates, log.past());
    if (twins.isEmpty() && (isAsked || isDue)) {
      log.keep(new Checkpoint(updates, divergence.seen(), cell.arrays()));
    }
    if (isAsked) {
      throw new Interrupted();
    }
  }

  private void finish(PreparedBatch batch) {
    if (!twins.isEmpty()) {
      Start start = Start.of(cell.trainer());
      twins.forEach(twin -> twin.finish(start, batch));
    }
    cell.finish(batch, log, divergence);
  }

  private double step(int number, PreparedBatch batch) {
    if (twins.isEmpty()) {
      return cell.step(number, batch, log, divergence, StepObserver.NONE);
    }
    Start start = Start.of(cell.trainer());
    StepValues values = new StepValues();
    double loss = cell.step(number, batch, log, divergence, values);
    twins.forEach(twin -> twin.again(number, start, batch, values));
    return loss;
  }

  private void fingerprint(int updates) {
    log.fingerprint(updates, cell.trainer().point(), cell.trainer().memory());
  }
}
