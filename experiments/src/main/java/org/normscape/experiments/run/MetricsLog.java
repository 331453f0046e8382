package org.normscape.experiments.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * What a run measures: a file to which one JSON object a line is appended. It can be read while the
 * run goes on, and whatever was flushed stays when the run is killed. Safe to use from several
 * threads.
 */
public final class MetricsLog implements AutoCloseable {

  private final Path file;
  private final BufferedWriter writer;

  private MetricsLog(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Opens a log for appending. */
  public static MetricsLog open(Path file) {
    try {
      return new MetricsLog(
          file,
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** Appends one line. */
  public synchronized void record(Metric metric) {
    try {
      writer.write(Json.line(metric));
      writer.write('\n');
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** Puts what was recorded on the disk, so that it can be read. */
  public synchronized void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** Records for one network and one seed. */
  public Recorder recorder(String cell, long seed) {
    return new Recorder(this, cell, seed);
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** A log in which the network and the seed are fixed. */
  public record Recorder(MetricsLog log, String cell, long seed) {

    /** Appends a number that has one value in a step. */
    public void record(int step, String metric, double value) {
      record(step, metric, value, Map.of());
    }

    /** Appends a number that varies inside a step. */
    public void record(int step, String metric, double value, Map<String, Double> at) {
      log.record(new Metric(cell, seed, step, metric, value, at));
    }
  }
}
