package org.normscape.experiments.task;

import java.util.List;
import java.util.Locale;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.data.batch.PreparedBatch;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.TaskLog;

/** One task on its way from the first step to the last: a cell for one seed. */
final class TaskRun {

  private final CompiledCell cell;
  private final List<Twin> twins;
  private final BatchQueue batches;
  private final TaskLog log;
  private final Progress progress;
  private final String name;
  private final Divergence divergence;

  /**
   * A task that has not begun.
   *
   * @param cell where the network of the task stands at its start
   * @param twins where each of its steps is done again
   * @param batches the batches of its steps
   */
  TaskRun(
      CompiledCell cell,
      long seed,
      List<Twin> twins,
      BatchQueue batches,
      TaskLog log,
      Progress progress) {
    this.cell = cell;
    this.twins = twins;
    this.batches = batches;
    this.log = log;
    this.progress = progress;
    this.name = cell.spec().name() + ", seed " + seed;
    this.divergence = new Divergence(name, log, progress);
  }

  /** Trains to the last step, or to the one at which the loss is no longer finite. */
  void train() {
    int steps = cell.spec().steps();
    fingerprint(0);
    for (int number = 0; number < steps; number++) {
      double loss = step(number, batches.next());
      log.flush();
      if (!Double.isFinite(loss)) {
        progress.note("%s: the steps after step %s are left out".formatted(name, number));
        progress.advance((long) steps - number, name);
        return;
      }
      fingerprint(number + 1);
      progress.advance(1, String.format(Locale.ROOT, "%s: loss %.3f", name, loss));
    }
    if (cell.measuresAtTheEnd()) {
      finish(batches.next());
    }
    log.flush();
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
