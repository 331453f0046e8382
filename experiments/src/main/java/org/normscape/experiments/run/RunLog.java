package org.normscape.experiments.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * What a run records: what it measures and, where it is asked for, a fingerprint of the network
 * after every update. Both are files of one JSON object a line, which can be read while the run
 * goes on; whatever was flushed stays when the run is killed. Safe to use from several threads.
 */
public final class RunLog implements AutoCloseable {

  private final JsonLines metrics;
  private final Optional<JsonLines> fingerprints;
  private final Sketch sketch = new Sketch();

  private RunLog(JsonLines metrics, Optional<JsonLines> fingerprints) {
    this.metrics = metrics;
    this.fingerprints = fingerprints;
  }

  /** Opens a log of what is measured, for appending. */
  public static RunLog open(Path metrics) {
    return new RunLog(JsonLines.open(metrics), Optional.empty());
  }

  /** Opens a log with fingerprints, for appending. */
  public static RunLog open(Path metrics, Path fingerprints) {
    return new RunLog(JsonLines.open(metrics), Optional.of(JsonLines.open(fingerprints)));
  }

  /** Appends one number. */
  public void record(Metric metric) {
    metrics.append(metric);
  }

  /** Puts what was recorded on the disk, so that it can be read. */
  public void flush() {
    metrics.flush();
    fingerprints.ifPresent(JsonLines::flush);
  }

  /** Records for one network and one seed. */
  public Recorder recorder(String cell, long seed) {
    return new Recorder(this, cell, seed);
  }

  @Override
  public void close() {
    metrics.close();
    fingerprints.ifPresent(JsonLines::close);
  }

  /** A log in which the network and the seed are fixed. */
  public record Recorder(RunLog log, String cell, long seed) {

    /** Appends a number that has one value in a step. */
    public void record(int step, String metric, double value) {
      record(step, metric, value, Map.of());
    }

    /** Appends a number that varies inside a step. */
    public void record(int step, String metric, double value, Map<String, Double> at) {
      log.record(new Metric(cell, seed, step, metric, value, at));
    }

    /**
     * Appends the fingerprint of the network after this many updates, where that is asked for.
     *
     * @param memory what the optimizer remembers
     */
    public void fingerprint(int step, Point<Array> point, Parameters<Array> memory) {
      log.fingerprints.ifPresent(
          file -> file.append(NetworkFingerprint.of(cell, seed, step, point, memory, log.sketch)));
    }
  }
}
