package org.normscape.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.experiments.report.metrics.Task;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What one task records: what is measured and, where it is asked for, a fingerprint of the network
 * after every update. Both are files of one JSON object a line, which can be read while the task
 * goes on; whatever was flushed stays when it is killed.
 */
public final class TaskLog implements AutoCloseable {

  private final String cell;
  private final long seed;
  private final JsonLines metrics;
  private final Optional<JsonLines> fingerprints;
  private final Sketch sketch;

  private TaskLog(
      String cell, long seed, JsonLines metrics, Optional<JsonLines> fingerprints, Sketch sketch) {
    this.cell = cell;
    this.seed = seed;
    this.metrics = metrics;
    this.fingerprints = fingerprints;
    this.sketch = sketch;
  }

  static TaskLog open(Task task, RunLog.Fingerprints prints, Sketch sketch) {
    try {
      Files.createDirectories(task.folder());
    } catch (IOException e) {
      throw Json.unwritable(task.folder(), e);
    }
    return new TaskLog(
        task.cell(),
        task.seed(),
        JsonLines.open(task.metrics()),
        prints == RunLog.Fingerprints.ALWAYS
            ? Optional.of(JsonLines.open(task.fingerprints()))
            : Optional.empty(),
        sketch);
  }

  /** Appends a number that has one value in a step. */
  public void record(int step, Quantity quantity, double value) {
    record(step, quantity.name(), value, Map.of());
  }

  /** Appends what an instrument read. */
  public void record(int step, Reading reading) {
    record(step, reading.metric(), reading.value(), reading.at());
  }

  /** Appends a number by the name of its quantity. */
  public void record(int step, String metric, double value, Map<String, Double> at) {
    metrics.append(new Metric(cell, seed, step, metric, value, at));
  }

  /**
   * Appends the fingerprint of the network after this many updates, where that is asked for.
   *
   * @param memory what the optimizer remembers
   */
  public void fingerprint(int step, Point<Array> point, Parameters<Array> memory) {
    fingerprints.ifPresent(
        file -> file.append(NetworkFingerprint.of(cell, seed, step, point, memory, sketch)));
  }

  /** Puts what was recorded on the disk, so that it can be read. */
  public void flush() {
    metrics.flush();
    fingerprints.ifPresent(JsonLines::flush);
  }

  @Override
  public void close() {
    metrics.close();
    fingerprints.ifPresent(JsonLines::close);
  }
}
