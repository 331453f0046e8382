package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.params.Parameters;
import org.normscape.probe.Axes;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;
import org.normscape.probe.activation.Detail;

/**
 * What {@link GradientAlignment} measured at one point.
 *
 * @param weights one for each weight that was looked at, by path
 * @param detail whether the map of channels is recorded
 */
public record Alignment(Parameters<Kernel> weights, Detail detail) implements Measurement {

  /**
   * What was measured of one weight.
   *
   * @param terms the mean over its entries of the sum of the sizes of their terms
   * @param sum the mean over its entries of the size of the sum of their terms
   * @param map a row for each input channel, a column for each channel
   */
  public record Kernel(double terms, double sum, List<List<Double>> map) {

    public Kernel {
      map = List.copyOf(map);
    }

    /** How many times larger the terms are; not a number where there is no gradient. */
    public double ratio() {
      return terms / sum;
    }
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    weights
        .byPath()
        .forEach(
            (path, kernel) -> {
              readings.add(Reading.of(AlignmentQuantities.TERMS, path, kernel.terms()));
              readings.add(Reading.of(AlignmentQuantities.SUM, path, kernel.sum()));
              readings.add(Reading.of(AlignmentQuantities.RATIO, path, kernel.ratio()));
              if (detail == Detail.EVERY_CHANNEL) {
                addMap(readings, path, kernel.map());
              }
            });
    return List.copyOf(readings);
  }

  private static void addMap(List<Reading> readings, String path, List<List<Double>> map) {
    for (int in = 0; in < map.size(); in++) {
      for (int out = 0; out < map.get(in).size(); out++) {
        Map<String, Double> at =
            Map.of(
                AlignmentQuantities.INPUT_CHANNEL.name(),
                (double) in,
                Axes.CHANNEL.name(),
                (double) out);
        readings.add(new Reading(AlignmentQuantities.MAP, path, map.get(in).get(out), at));
      }
    }
  }
}
