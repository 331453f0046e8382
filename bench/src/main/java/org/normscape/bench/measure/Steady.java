package org.normscape.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The time that a workload takes again and again: first it warms up, then each sample is the mean
 * over as many runs as fill a few milliseconds, mostly one.
 *
 * @param workload opens the workload
 */
public record Steady(Supplier<Workload> workload) implements Measurement {

  private static final double SHORTEST = 0.005;

  @Override
  public Visit visit(Pace pace) {
    try (Workload opened = workload.get()) {
      long start = System.nanoTime();
      int warmUps = 0;
      double last = 0;
      while (warmUps < pace.warmUps() || since(start) < pace.warmUpSeconds()) {
        last = seconds(opened, 1);
        warmUps++;
      }
      int runs = (int) Math.ceil(SHORTEST / last);
      List<Double> samples = new ArrayList<>();
      start = System.nanoTime();
      while (samples.size() < pace.samples() || since(start) < pace.seconds()) {
        samples.add(seconds(opened, runs));
      }
      return Visit.of(samples, opened);
    }
  }

  private static double seconds(Workload workload, int runs) {
    long start = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      workload.run();
    }
    return since(start) / runs;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
