package org.normscape.probe.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.normscape.params.Parameters;
import org.normscape.probe.Axes;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link ChannelMoments} measured at one point.
 *
 * @param activations one for each path that was measured, in the order in which data flows
 * @param detail whether each channel is recorded
 */
public record ChannelProfile(Parameters<Channels> activations, Detail detail)
    implements Measurement {

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    addEach(readings, ChannelQuantities.MEAN_SIZE, Channels::meanSize);
    addEach(readings, ChannelQuantities.MEAN_DEVIATION, Channels::meanDeviation);
    addEach(readings, ChannelQuantities.LARGEST_MEAN, Channels::largestMean);
    addEach(readings, ChannelQuantities.LARGEST_DEVIATION, Channels::largestDeviation);
    addEach(readings, ChannelQuantities.DEAD, Channels::deadShare);
    if (detail == Detail.EVERY_CHANNEL) {
      activations
          .byPath()
          .forEach(
              (path, channels) -> {
                addChannels(readings, ChannelQuantities.MEAN, path, channels.means());
                addChannels(readings, ChannelQuantities.DEVIATION, path, channels.deviations());
              });
    }
    return List.copyOf(readings);
  }

  private void addEach(
      List<Reading> readings, Quantity quantity, ToDoubleFunction<Channels> value) {
    activations
        .byPath()
        .forEach(
            (path, channels) ->
                readings.add(Reading.of(quantity, path, value.applyAsDouble(channels))));
  }

  private static void addChannels(
      List<Reading> readings, Quantity quantity, String path, List<Double> values) {
    for (int channel = 0; channel < values.size(); channel++) {
      Map<String, Double> at = Map.of(Axes.CHANNEL.name(), (double) channel);
      readings.add(new Reading(quantity, path, values.get(channel), at));
    }
  }
}
