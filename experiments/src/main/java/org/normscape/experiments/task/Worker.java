package org.normscape.experiments.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.CellSpec;

/**
 * Who carries out tasks one after the other, and compiles a cell once for all of its seeds that
 * come one after the other.
 */
public final class Worker implements AutoCloseable {

  /** A cell as it was compiled, here and where its steps are done again. */
  private record Compiled(CompiledCell cell, Twins twins) implements AutoCloseable {
    @Override
    public void close() {
      twins.close();
      cell.close();
    }
  }

  private final Numerics numerics;
  private final Backend backend;
  private final List<Replica> replicas;
  private final Datasets data;
  private final Progress progress;
  private @Nullable Compiled compiled;

  /**
   * A worker that has compiled nothing.
   *
   * @param replicas where each step is done again
   * @param progress what is told on the way
   */
  public Worker(
      Numerics numerics,
      Backend backend,
      List<Replica> replicas,
      Datasets data,
      Progress progress) {
    this.numerics = numerics;
    this.backend = backend;
    this.replicas = replicas;
    this.data = data;
    this.progress = progress;
  }

  /** The name of the cell that is compiled; null where there is none. */
  public @Nullable String cellName() {
    CellSpec cell = cell();
    return cell == null ? null : cell.name();
  }

  private @Nullable CellSpec cell() {
    return compiled == null ? null : compiled.cell().spec();
  }

  /**
   * Carries out a task.
   *
   * @param log where its measurements go, and how the run is carried out
   */
  public void carryOut(TaskQueue.Planned task, RunLog log) {
    Compiled ready = compiled(task);
    try (RunLog.Lease lease = log.lease(task.cell().name(), task.seed())) {
      new TaskRun(
              ready.cell(),
              task.seed(),
              ready.twins().all(),
              lease.log(),
              log.conduct().stop(),
              progress)
          .train(task.until());
    }
  }

  private Compiled compiled(TaskQueue.Planned task) {
    if (compiled == null || !task.cell().equals(cell())) {
      close();
      CompiledCell cell = compile(task, backend);
      compiled =
          new Compiled(
              cell,
              new Twins(
                  replicas.stream()
                      .map(replica -> new Twin(replica, compile(task, replica.backend())))
                      .toList()));
    }
    return compiled;
  }

  private CompiledCell compile(TaskQueue.Planned task, Backend on) {
    return new CompiledCell(task.cell(), numerics, on, data.of(task.cell()), task.seed());
  }

  /** Gives back what was compiled. */
  @Override
  public void close() {
    if (compiled != null) {
      compiled.close();
      compiled = null;
    }
  }
}
