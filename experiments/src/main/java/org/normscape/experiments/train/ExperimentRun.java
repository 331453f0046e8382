package org.normscape.experiments.train;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** Trains each cell of an experiment for each seed, and measures on the way. */
public final class ExperimentRun {

  private ExperimentRun() {}

  /**
   * Runs an experiment.
   *
   * @param data what it trains and tests on, of which it takes what its specification says
   * @param log where the measurements go
   * @param progress what is told on the way
   */
  public static void run(
      ExperimentSpec spec, Backend backend, Dataset data, RunLog log, Progress progress) {
    replayed(spec, backend, data, log, progress, List.of());
  }

  /**
   * Runs an experiment, and does each of its steps again elsewhere from the same network and the
   * same batch.
   */
  public static void replayed(
      ExperimentSpec spec,
      Backend backend,
      Dataset data,
      RunLog log,
      Progress progress,
      List<Replica> replicas) {
    Dataset used = data.first(spec.data().trainExamples(), spec.data().testExamples());
    progress.begin(spec.name(), (long) spec.cells().size() * spec.seeds().size() * spec.steps());
    for (long seed : spec.seeds()) {
      for (CellSpec cell : spec.cells()) {
        try (CellRun run = new CellRun(spec, cell, seed, backend, used, replicas)) {
          run.train(log.recorder(cell.name(), seed), progress);
        }
      }
    }
  }
}
