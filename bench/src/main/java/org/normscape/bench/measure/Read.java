package org.normscape.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a gauge reads again and again. Its first reading is not counted: code is compiled in it, and
 * kernels are chosen. What takes long is read once after that.
 *
 * @param gauge opens the gauge
 */
public record Read(Supplier<Gauge> gauge) implements Measurement {

  @Override
  public Visit visit(Pace pace) {
    try (Gauge opened = gauge.get()) {
      double discarded = opened.read();
      if (!Double.isFinite(discarded)) {
        return new Visit(List.of(discarded), ResidentSet.peakBytes(), Witness.NONE);
      }
      List<Double> samples = new ArrayList<>();
      long start = System.nanoTime();
      do {
        samples.add(opened.read());
      } while (samples.size() < pace.samples() && seconds(start) < pace.seconds());
      return new Visit(samples, ResidentSet.peakBytes(), Witness.NONE);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
