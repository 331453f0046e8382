package org.normscape.bench.measure;

import java.util.List;
import java.util.function.Supplier;

/**
 * The largest resident set of a process in which a workload runs several times. One sample a
 * process.
 *
 * @param workload opens the workload
 */
public record PeakMemory(Supplier<Workload> workload) implements Measurement {

  @Override
  public Visit visit(Pace pace) {
    try (Workload opened = workload.get()) {
      for (int i = 0; i < pace.warmUps() + pace.samples(); i++) {
        opened.run();
      }
      return Visit.of(List.of((double) ResidentSet.peakBytes()), opened);
    }
  }
}
