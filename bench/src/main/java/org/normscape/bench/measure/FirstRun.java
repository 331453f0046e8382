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
  public Visit visit(Pace pace) {
    try (Workload opened = workload.get()) {
      opened.run();
      double seconds = (System.currentTimeMillis() - Long.getLong(STARTED)) * 1e-3;
      return Visit.of(List.of(seconds), opened);
    }
  }
}
