package org.normscape.experiments.task;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** Carries out the tasks of an experiment that have not ended, each cell compiled for its seeds. */
public final class ExperimentRun {

  private ExperimentRun() {}

  /**
   * Runs an experiment.
   *
   * @param data what its cells are trained and tested on
   * @param log where the measurements go
   * @param progress what is told on the way
   */
  public static void run(
      ExperimentSpec spec, Backend backend, Datasets data, RunLog log, Progress progress) {
    replayed(spec, backend, data, log, progress, List.of());
  }

  /**
   * Runs an experiment, and does each of its steps again elsewhere from the same network and the
   * same batch.
   */
  public static void replayed(
      ExperimentSpec spec,
      Backend backend,
      Datasets data,
      RunLog log,
      Progress progress,
      List<Replica> replicas) {
    long steps = spec.cells().stream().mapToLong(CellSpec::steps).sum();
    progress.begin(spec.name(), steps * spec.seeds().size());
    new Workforce(
            TaskQueue.Planned.all(spec),
            jobs(spec, data, log, progress),
            log,
            progress,
            () -> new Worker(spec.numerics(), backend, replicas, data, progress))
        .carryOut();
  }

  /** As many tasks side by side as are asked for, and as memory has room for. */
  private static int jobs(ExperimentSpec spec, Datasets data, RunLog log, Progress progress) {
    int asked = log.conduct().jobs();
    if (asked == 1) {
      return asked;
    }
    Footprint step = Blueprints.largest(spec, data);
    double memory = (double) Environment.memoryBytes().orElse(Long.MAX_VALUE);
    int jobs = Math.min(asked, step.fitting(memory));
    progress.note("%s tasks side by side; %s".formatted(jobs, step.text()));
    return jobs;
  }
}
