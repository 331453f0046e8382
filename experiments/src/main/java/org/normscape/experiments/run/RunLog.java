package org.normscape.experiments.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.experiments.report.metrics.Task;

/**
 * What a run records, task by task: each has files of its own, in {@code
 * tasks/<cell>/seed-<seed>/}, so that no order between tasks can be seen in them. Safe to use from
 * several threads.
 */
public final class RunLog implements AutoCloseable {

  /** When a fingerprint of the network is kept after every update. */
  public enum Fingerprints {
    NEVER,
    ALWAYS
  }

  private record Key(String cell, long seed) {}

  private final Path folder;
  private final Fingerprints fingerprints;
  private final Map<Key, TaskLog> tasks = new LinkedHashMap<>();
  private final Sketch sketch = new Sketch();

  /**
   * A log of a run that has recorded nothing yet.
   *
   * @param folder the run's folder, or another one for what belongs together
   */
  public RunLog(Path folder, Fingerprints fingerprints) {
    this.folder = folder;
    this.fingerprints = fingerprints;
  }

  /** The log of a task, which is opened when it is first asked for. */
  public synchronized TaskLog task(String cell, long seed) {
    return tasks.computeIfAbsent(
        new Key(cell, seed),
        key -> TaskLog.open(Task.of(folder, cell, seed), fingerprints, sketch));
  }

  /** Puts what was recorded on the disk, so that it can be read. */
  public synchronized void flush() {
    tasks.values().forEach(TaskLog::flush);
  }

  @Override
  public synchronized void close() {
    tasks.values().forEach(TaskLog::close);
  }
}
