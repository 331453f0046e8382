package org.normscape.experiments.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Identity;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.TaskStatus;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.TaskQueue;
import org.normscape.experiments.task.Worker;

/** What a worker has to carry out tasks of one experiment, and the task that it has. */
final class Workbench implements AutoCloseable {

  private final ExperimentSpec spec;
  private final Map<String, CellSpec> cells;
  private final RunLog.Fingerprints fingerprints;
  private final Backend backend;
  private final Datasets data;
  private final Reporter reporter;
  private final Connection driver;
  private final Worker worker;
  private TaskQueue.@Nullable Planned task;
  private Path run = Path.of("");
  private String kernels = "";

  /** A bench on which nothing lies; the backend is closed with it. */
  Workbench(
      ExperimentSpec spec,
      RunLog.Fingerprints fingerprints,
      Backend backend,
      Datasets data,
      Reporter reporter,
      Connection driver) {
    this.spec = spec;
    this.cells =
        spec.cells().stream().collect(Collectors.toMap(CellSpec::name, Function.identity()));
    this.fingerprints = fingerprints;
    this.backend = backend;
    this.data = data;
    this.reporter = reporter;
    this.driver = driver;
    this.worker = new Worker(spec.numerics(), backend, List.of(), data, reporter);
  }

  /** The name of the cell that is compiled; null where there is none. */
  @Nullable String cellName() {
    return worker.cellName();
  }

  /**
   * Takes a task.
   *
   * @param run the folder in which that of the task is
   */
  void take(Path run, Message.Given given) throws IOException {
    CellSpec known = cells.get(given.cell());
    if (known == null) {
      throw new IOException("the experiment has no cell \"%s\"".formatted(given.cell()));
    }
    this.run = run;
    task = new TaskQueue.Planned(known, given.seed(), given.until());
    Files.createDirectories(taskFolder());
  }

  /** The folder of the task. */
  Path taskFolder() {
    TaskQueue.Planned now = task();
    return Task.of(run, now.cell().name(), now.seed()).folder();
  }

  private TaskQueue.Planned task() {
    return Objects.requireNonNull(task, "a task is taken before it is begun");
  }

  /** Carries the task out, and says how it ended. */
  void carryOut(Conduct conduct) throws IOException {
    Message.ToDriver outcome = outcome(conduct);
    reporter.endOfTask();
    sendKernels();
    driver.send(outcome);
  }

  private Message.ToDriver outcome(Conduct conduct) throws IOException {
    Files.deleteIfExists(TaskStatus.file(taskFolder()));
    reporter.follow(FolderSender.of(taskFolder(), driver));
    Conduct own = conduct.with(spec.checkpoint(), this::tellKernels);
    try (RunLog log = new RunLog(run, fingerprints, own)) {
      checkIdentity();
      worker.carryOut(task(), log);
      return new Message.Ended();
    } catch (Interrupted e) {
      return new Message.Ended();
    } catch (UserError e) {
      worker.close();
      return new Message.Failed(e.kind(), e.getMessage(), List.of(e.getStackTrace()));
    } catch (RuntimeException e) {
      worker.close();
      return new Message.Failed(null, e.toString(), List.of(e.getStackTrace()));
    }
  }

  private void checkIdentity() throws IOException {
    Identity own = Identity.of(spec, task().cell(), task().seed(), backend, data);
    List<String> changes =
        Identity.read(taskFolder()).map(asked -> asked.changesTo(own)).orElse(List.of());
    if (!changes.isEmpty()) {
      throw UserError.failure(
          "worker: must compute what the driver would, but here these are others: %s. To fix: give the workers the same data, backend and version."
              .formatted(String.join(", ", changes)));
    }
  }

  /** A checkpoint goes on with the same kernels: they are told before it. */
  private void tellKernels() {
    try {
      sendKernels();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendKernels() throws IOException {
    String chosen = Json.line(KernelRecord.of(backend));
    if (!chosen.equals(kernels)) {
      driver.send(new Message.Kernels(chosen));
      kernels = chosen;
    }
  }

  @Override
  public void close() {
    worker.close();
    backend.close();
  }
}
