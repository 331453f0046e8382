package org.normscape.bench.measure;

import java.util.List;
import java.util.function.Supplier;

/**
 * The time from the start of the process until a workload has run once. One sample a process.
 *
 * @param workload opens the workload
 */
public record FirstRun(Supplier<Workload> workload) implements Measurement {

  /** The property in which a process is told when it was started, in milliseconds since 1970. */
  static final String STARTED = "normscape.bench.started";

  @Override
  public List<Double> samples(Pace pace) {
    try (Workload opened = workload.get()) {
      opened.run();
      return List.of((System.currentTimeMillis() - Long.getLong(STARTED)) * 1e-3);
    }
  }
}
