package org.normscape.bench.measure;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a gauge reads once: a count, which is the same each time. One sample a process.
 *
 * @param gauge opens the gauge
 */
public record Once(Supplier<Gauge> gauge) implements Measurement {

  @Override
  public Visit visit(Pace pace) {
    try (Gauge opened = gauge.get()) {
      return new Visit(List.of(opened.read()), ResidentSet.peakBytes(), Witness.NONE);
    }
  }
}
