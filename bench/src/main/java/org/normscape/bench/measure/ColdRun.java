package org.normscape.bench.measure;

import java.util.List;
import java.util.function.Supplier;

/**
 * The time that a workload takes in a process that has only opened it. One sample a process.
 *
 * @param workload opens the workload, which is not timed
 */
public record ColdRun(Supplier<Workload> workload) implements Measurement {

  @Override
  public Visit visit(Pace pace) {
    try (Workload opened = workload.get()) {
      long start = System.nanoTime();
      opened.run();
      double seconds = (System.nanoTime() - start) * 1e-9;
      return Visit.of(List.of(seconds), opened);
    }
  }
}
