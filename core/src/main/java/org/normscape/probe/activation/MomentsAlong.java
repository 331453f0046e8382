package org.normscape.probe.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.params.Parameters;
import org.normscape.probe.Axes;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link MomentsAlongUpdate} measured at one point.
 *
 * @param places one for each place of the grid, in its order
 * @param detail whether each channel is recorded
 */
public record MomentsAlong(List<Place> places, Detail detail) implements Measurement {

  /**
   * One place on the step.
   *
   * @param share how much of the step is made
   * @param activations the channels of each activation there, by path
   */
  public record Place(double share, Parameters<Channels> activations) {}

  public MomentsAlong {
    places = List.copyOf(places);
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (Place place : places) {
      place
          .activations()
          .byPath()
          .forEach((path, channels) -> add(readings, path, channels, place.share()));
    }
    return List.copyOf(readings);
  }

  private void add(List<Reading> readings, String path, Channels channels, double share) {
    Map<String, Double> at = Map.of(AlongQuantities.SHARE.name(), share);
    readings.add(new Reading(AlongQuantities.LARGEST_MEAN, path, channels.largestMean(), at));
    readings.add(
        new Reading(AlongQuantities.LARGEST_DEVIATION, path, channels.largestDeviation(), at));
    if (detail == Detail.EVERY_CHANNEL) {
      addChannels(readings, AlongQuantities.MEAN, path, channels.means(), share);
      addChannels(readings, AlongQuantities.DEVIATION, path, channels.deviations(), share);
    }
  }

  private static void addChannels(
      List<Reading> readings, Quantity quantity, String path, List<Double> values, double share) {
    for (int channel = 0; channel < values.size(); channel++) {
      Map<String, Double> at =
          Map.of(AlongQuantities.SHARE.name(), share, Axes.CHANNEL.name(), (double) channel);
      readings.add(new Reading(quantity, path, values.get(channel), at));
    }
  }
}
