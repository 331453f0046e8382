package org.normscape.experiments.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.task.TaskQueue;

/**
 * The driver's side of one worker: gives it tasks, and writes into the run's folder what it sends.
 * While it has a task nobody else writes the folder of that task.
 */
final class Attendant implements DriverSide {

  /** A task that the worker has. */
  private record Given(TaskQueue.Planned task, FolderCopy copy) {}

  private final Drive drive;
  private final Connection worker;
  private final String host;
  private @Nullable Given given;
  private long done;
  private boolean stays = true;
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * Who attends to a worker.
   *
   * @param host where the worker is
   */
  Attendant(Drive drive, Connection worker, String host) {
    this.drive = drive;
    this.worker = worker;
    this.host = host;
  }

  /**
   * Attends to the worker until nothing is left for it.
   *
   * @throws IOException when it is lost
   */
  void attend() throws IOException {
    try {
      worker.send(drive.setup());
      while (stays) {
        worker.receive(Message.ToDriver.class).reach(this);
      }
    } catch (IOException | RuntimeException e) {
      worker.close();
      if (given != null) {
        lost(given.task(), e);
      }
      throw e;
    }
  }

  private void lost(TaskQueue.Planned task, Exception why) {
    given = null;
    if (drive.dispatch().lost(task, lostWorker(task, why))) {
      drive
          .progress()
          .note(
              "%s: the worker on %s was lost (%s); another one gets it"
                  .formatted(task.title(), host, why));
    }
  }

  private UserError lostWorker(TaskQueue.Planned task, Exception why) {
    return UserError.failure(
        "%s: a worker must stay until its task has ended, but the one on %s was lost (%s). To fix: see what the cluster says of it, and run \"normscape resume\"."
            .formatted(task.title(), host, why),
        why);
  }

  /** Has the worker end after the step that is going on. */
  void end() {
    if (asked.getAndSet(true)) {
      return;
    }
    try {
      worker.send(new Message.End());
    } catch (IOException e) {
      drive.progress().note("the worker on %s cannot be asked to end: %s".formatted(host, e));
    }
  }

  @Override
  public void ready(@Nullable String cell) throws IOException {
    worker.expectSignsOfLife();
    Optional<TaskQueue.Planned> task = drive.dispatch().take(cell);
    stays = task.isPresent();
    if (task.isPresent()) {
      give(task.get());
    } else {
      worker.send(new Message.NothingLeft());
    }
  }

  /** With what there is of it: where it was begun before it goes on. */
  private void give(TaskQueue.Planned task) throws IOException {
    Path folder = Task.of(drive.log().folder(), task.cell().name(), task.seed()).folder();
    given = new Given(task, new FolderCopy(folder));
    done = 0;
    worker.send(new Message.Given(task.cell().name(), task.seed(), task.until()));
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        try (Snapshot now = Snapshot.of(name, file)) {
          now.sendTo(worker);
        }
      }
    }
    worker.send(new Message.Begin());
  }

  @Override
  public void unable(String sentence) {
    stays = false;
    drive.unable().add(sentence);
    drive.progress().note("a worker on %s cannot work: %s".formatted(host, sentence));
  }

  @Override
  public void advanced(long units, String detail) {
    if (given != null) {
      done += units;
      drive.advanced(given.task(), done, detail);
    }
  }

  @Override
  public void said(String line) {
    drive.progress().note("%s: %s".formatted(host, line));
  }

  @Override
  public void kernels(String json) throws IOException {
    drive.keep(KernelRecord.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void changed(Message.FileChange change) throws IOException {
    change.on(task().copy());
  }

  @Override
  public void ended() throws IOException {
    given = null;
    drive.dispatch().over();
  }

  @Override
  public void failed(Message.Failed how) throws IOException {
    RuntimeException thrown =
        how.kind() == null
            ? new IllegalStateException("%s, on %s".formatted(how.what(), host))
            : UserError.failure(how.what());
    thrown.setStackTrace(how.stack().toArray(StackTraceElement[]::new));
    TaskQueue.Planned task = task().task();
    given = null;
    if (drive.dispatch().failed(task, thrown)) {
      drive.progress().note("%s is tried again: %s".formatted(task.title(), thrown.getMessage()));
    }
  }

  private Given task() throws IOException {
    if (given == null) {
      throw new IOException("the worker has no task");
    }
    return given;
  }
}
