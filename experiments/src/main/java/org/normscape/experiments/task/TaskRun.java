package org.normscape.experiments.task;

import java.util.List;
import java.util.Locale;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.TaskLog;
import org.normscape.experiments.run.TaskState;
import org.normscape.experiments.run.checkpoint.Checkpoint;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.checkpoint.Stop;

/**
 * One task on its way to the last step: a cell for one seed. It begins at the first step, or where
 * its newest checkpoint is.
 */
final class TaskRun {

  private final CompiledCell cell;
  private final long seed;
  private final List<Twin> twins;
  private final TaskLog log;
  private final Stop stop;
  private final Progress progress;
  private final String name;
  private final Divergence divergence;

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
    this.divergence = new Divergence(name, log, progress);
  }

  /**
   * Trains to the last step, or to the one at which the loss is no longer finite.
   *
   * @throws Interrupted when it ends early since somebody asked for it
   */
  void train() {
    int first = log.begin(name, progress).map(this::goOn).orElseGet(this::begin);
    twins.forEach(twin -> twin.start(seed));
    try (BatchQueue batches = cell.queue(first)) {
      train(first, batches);
    } catch (Interrupted asked) {
      log.interrupted();
      throw asked;
    }
    if (cell.spec().steps() > 0) {
      log.network(() -> Start.of(cell.trainer()).network());
    }
    log.ended(divergence.seen() ? TaskState.DIVERGED : TaskState.DONE);
  }

  private int begin() {
    cell.start(seed);
    fingerprint(0);
    return 0;
  }

  private int goOn(Checkpoint from) {
    cell.start(seed, from);
    divergence.recall(from.diverged());
    progress.note("%s goes on after step %s".formatted(name, from.updates()));
    progress.advance(from.updates(), name);
    return from.updates();
  }

  private void train(int first, BatchQueue batches) {
    int steps = cell.spec().steps();
    for (int number = first; number < steps; number++) {
      double loss = step(number, batches.next());
      log.flush();
      if (!Double.isFinite(loss)) {
        progress.note("%s: the steps after step %s are left out".formatted(name, number));
        progress.advance((long) steps - number, name);
        return;
      }
      fingerprint(number + 1);
      progress.advance(1, String.format(Locale.ROOT, "%s: loss %.3f", name, loss));
      keep(number + 1);
    }
    if (cell.measuresAtTheEnd()) {
      finish(batches.next());
    }
    log.flush();
  }

  private void keep(int updates) {
    boolean isAsked = stop.isAsked();
    boolean isDue = log.isCheckpointDue(updates) || cell.keepsRows(updates);
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
