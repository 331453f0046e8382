package org.normscape.probe.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.params.Parameters;
import org.normscape.probe.Axes;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.activation.Detail;

/**
 * What {@link DistributionShift} measured at one point.
 *
 * @param step since the last measurement, by path; nothing at the first one
 * @param drift since the first measurement, by path
 * @param detail whether each channel is recorded
 */
public record MeasuredShift(Parameters<Moved> step, Parameters<Moved> drift, Detail detail)
    implements Measurement {

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    step.byPath().forEach((path, moved) -> add(readings, ShiftQuantities.STEP, path, moved));
    drift.byPath().forEach((path, moved) -> add(readings, ShiftQuantities.DRIFT, path, moved));
    return List.copyOf(readings);
  }

  private void add(List<Reading> readings, ShiftQuantities of, String path, Moved moved) {
    readings.add(Reading.of(of.distance(), path, size(moved.distances())));
    readings.add(Reading.of(of.relativeDistance(), path, size(moved.relativeDistances())));
    readings.add(Reading.of(of.mean(), path, size(moved.means())));
    readings.add(Reading.of(of.variance(), path, size(moved.variances())));
    if (detail == Detail.EVERY_CHANNEL) {
      addChannels(readings, of.channelMean(), path, moved.means());
      addChannels(readings, of.channelVariance(), path, moved.variances());
    }
  }

  /** The mean of the sizes; 0 where there are none. */
  private static double size(List<Double> changes) {
    return changes.stream().mapToDouble(Math::abs).sum() / Math.max(1, changes.size());
  }

  private static void addChannels(
      List<Reading> readings, Quantity quantity, String path, List<Double> changes) {
    for (int channel = 0; channel < changes.size(); channel++) {
      readings.add(
          new Reading(
              quantity, path, changes.get(channel), Map.of(Axes.CHANNEL.name(), (double) channel)));
    }
  }
}
