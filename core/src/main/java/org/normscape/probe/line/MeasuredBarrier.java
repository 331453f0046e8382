package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link LossBarrier} measured.
 *
 * @param path from the other point to where the network is
 */
public record MeasuredBarrier(Path path) implements Measurement {

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(BarrierQuantities.BARRIER, path.barrier()));
    readings.add(Reading.of(BarrierQuantities.INSTABILITY, path.instability()));
    readings.add(Reading.of(BarrierQuantities.RISE, path.largestRise()));
    if (!Double.isNaN(path.one().accuracy())) {
      readings.add(Reading.of(BarrierQuantities.ACCURACY_BARRIER, path.accuracyBarrier()));
    }
    readings.addAll(
        PathReadings.of(
            path, BarrierQuantities.ALPHA, BarrierQuantities.LOSS, BarrierQuantities.ACCURACY));
    return List.copyOf(readings);
  }
}
