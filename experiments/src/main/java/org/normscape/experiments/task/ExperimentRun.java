package org.normscape.experiments.task;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.Progress;
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
    List<TaskQueue.Planned> planned = TaskQueue.Planned.all(spec);
    int jobs = jobs(spec, data, log, progress);
    Crew crew =
        tasks -> {
          progress.begin(spec.name(), TaskQueue.Planned.units(tasks, progress));
          new Workforce(
                  tasks,
                  jobs,
                  log,
                  progress,
                  () -> new Worker(spec.numerics(), backend, replicas, data, progress))
              .carryOut();
        };
    spec.successiveHalving().ifPresent(rule -> check(replicas));
    byRungs(spec, planned, log, progress, crew);
  }

  /** Has tasks carried out rung after rung where the experiment says so, else all at once. */
  public static void byRungs(
      ExperimentSpec spec,
      List<TaskQueue.Planned> planned,
      RunLog log,
      Progress progress,
      Crew crew) {
    spec.successiveHalving()
        .ifPresentOrElse(
            rule -> new Halving(rule, planned, log, progress).carryOut(crew),
            () -> crew.carryOut(planned));
  }

  /** Carries out tasks as far as they are planned. */
  @FunctionalInterface
  public interface Crew {
    /** Carries out those that have not ended. */
    void carryOut(List<TaskQueue.Planned> tasks);
  }

  /** Steps that are done again elsewhere keep no checkpoints, from which tasks could go on. */
  private static void check(List<Replica> replicas) {
    if (!replicas.isEmpty()) {
      throw UserError.usage(
          "successive-halving: must not be set where each step is done again on other backends, but it is. To fix: verify the experiment with numerics = exact, or without successive-halving.");
    }
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
