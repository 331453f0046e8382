package org.normscape.experiments.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.record.Sketch;
import org.normscape.experiments.run.record.TaskLog;

/**
 * What a run records, task by task: each has files of its own, in {@code
 * tasks/<cell>/seed-<seed>/}, so that no order between tasks can be seen in them. Safe to use from
 * several threads.
 */
public final class RunLog implements AutoCloseable {

  /** When a fingerprint of the network is kept after every update. */
  public enum Fingerprints {
    /** None is kept. */
    NEVER,
    /** One is kept, whatever the numerics are. */
    ALWAYS
  }

  private record Key(String cell, long seed) {}

  private final Path folder;
  private final Fingerprints fingerprints;
  private final Conduct conduct;
  private final Map<Key, TaskLog> tasks = new LinkedHashMap<>();
  private final Sketch sketch = new Sketch();

  /**
   * A log of a run that has recorded nothing yet.
   *
   * @param folder the run's folder, or another one for what belongs together
   */
  public RunLog(Path folder, Fingerprints fingerprints) {
    this(folder, fingerprints, new Conduct());
  }

  /** The log of a run that is carried out in this way. */
  public RunLog(Path folder, Fingerprints fingerprints, Conduct conduct) {
    this.folder = folder;
    this.fingerprints = fingerprints;
    this.conduct = conduct;
  }

  /** The run's folder. */
  public Path folder() {
    return folder;
  }

  /** When a fingerprint of the network is kept. */
  public Fingerprints fingerprints() {
    return fingerprints;
  }

  /** How the run is carried out. */
  public Conduct conduct() {
    return conduct;
  }

  /** Whether a task has ended, in this run or before, and its files are what they were then. */
  public boolean hasEnded(String cell, long seed) {
    Path task = Task.of(folder, cell, seed).folder();
    try {
      return TaskStatus.read(task).isEnded(task);
    } catch (IOException e) {
      throw Json.unwritable(task, e);
    }
  }

  /** The log of a task, which is opened when it is first asked for. */
  public synchronized TaskLog task(String cell, long seed) {
    return tasks.computeIfAbsent(
        new Key(cell, seed),
        key -> TaskLog.open(Task.of(folder, cell, seed), fingerprints, sketch, conduct));
  }

  /**
   * The log of a task while somebody works with it. Its files are closed afterwards, so that a run
   * of any number of tasks has few files open at once.
   */
  public final class Lease implements AutoCloseable {
    private final Key key;
    private final TaskLog log;

    private Lease(Key key) {
      this.key = key;
      this.log = task(key.cell(), key.seed());
    }

    /** The log. */
    public TaskLog log() {
      return log;
    }

    @Override
    public void close() {
      forget(key);
      log.close();
    }
  }

  /** Opens the log of a task for a while. */
  public Lease lease(String cell, long seed) {
    return new Lease(new Key(cell, seed));
  }

  private synchronized void forget(Key key) {
    tasks.remove(key);
  }

  /** Puts what was recorded on the disk, so that it can be read. */
  public synchronized void flush() {
    tasks.values().forEach(TaskLog::flush);
  }

  /** Closes all, even where one of them cannot write any more what it still has. */
  @Override
  public synchronized void close() {
    List<UserError> failures = new ArrayList<>();
    for (TaskLog task : tasks.values()) {
      try {
        task.close();
      } catch (UserError e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
