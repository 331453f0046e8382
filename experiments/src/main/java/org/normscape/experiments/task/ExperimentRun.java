package org.normscape.experiments.task;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.batch.BatchQueue;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** Carries out the tasks of an experiment, each cell with one compilation for all its seeds. */
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
    for (CellSpec cell : spec.cells()) {
      CellRun run = new CellRun(spec, cell, data.of(cell), log, progress);
      run.carryOut(backend, replicas);
    }
  }

  /** The tasks of one cell. */
  private record CellRun(
      ExperimentSpec spec, CellSpec cell, Dataset data, RunLog log, Progress progress) {

    void carryOut(Backend backend, List<Replica> replicas) {
      try (CompiledCell compiled = compiled(backend);
          Twins twins = new Twins(replicas.stream().map(this::twin).toList())) {
        for (long seed : spec.seeds()) {
          compiled.start(seed);
          twins.start(seed);
          try (BatchQueue batches = compiled.queue()) {
            new TaskRun(compiled, seed, twins.all(), batches, log.task(cell.name(), seed), progress)
                .train();
          }
        }
      }
    }

    private CompiledCell compiled(Backend backend) {
      return new CompiledCell(cell, spec.numerics(), backend, data, spec.seeds().get(0));
    }

    private Twin twin(Replica replica) {
      return new Twin(replica, compiled(replica.backend()));
    }
  }
}
