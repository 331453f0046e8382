package org.normscape.probe.theory;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/** Readings of the channels of a layer, one each. */
final class PerChannel {

  private PerChannel() {}

  /** What a term is in each channel, in their order. */
  static <C> List<Reading> readings(
      Quantity quantity, String path, List<C> channels, ToDoubleFunction<C> term) {
    return IntStream.range(0, channels.size())
        .mapToObj(
            c ->
                new Reading(
                    quantity,
                    path,
                    term.applyAsDouble(channels.get(c)),
                    Map.of(Axes.CHANNEL.name(), (double) c)))
        .toList();
  }
}
