package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.normscape.experiments.report.drawing.Panel.Point;

/**
 * The mean of densities over seeds, which is a density too. Each seed was measured at places of its
 * own: between two of them its density is a straight line, and outside of them it is 0.
 */
public final class MeanDensity {

  private MeanDensity() {}

  /** The mean density along a dimension, from left to right; nothing where nothing was measured. */
  public static List<Point> of(Table table, Dimension along) {
    List<NavigableMap<Double, Double>> seeds =
        table.by(Dimension.SEED).values().stream().map(seed -> density(seed, along)).toList();
    return places(seeds).stream()
        .map(
            place ->
                new Point(
                    place,
                    seeds.stream().mapToDouble(seed -> at(seed, place)).average().orElseThrow()))
        .toList();
  }

  private static NavigableMap<Double, Double> density(Table seed, Dimension along) {
    NavigableMap<Double, Double> density = new TreeMap<>();
    seed.by(along).forEach((key, there) -> density.put(key.place(), there.spread().median()));
    return density;
  }

  /** All places of all seeds, or equally spaced ones where they are too many. */
  private static List<Double> places(List<NavigableMap<Double, Double>> seeds) {
    SortedSet<Double> all = new TreeSet<>();
    seeds.forEach(seed -> all.addAll(seed.keySet()));
    if (all.size() <= Envelope.PLACES) {
      return List.copyOf(all);
    }
    double first = all.first();
    double width = all.last() - first;
    return IntStream.range(0, Envelope.PLACES)
        .mapToObj(i -> first + width * i / (Envelope.PLACES - 1))
        .toList();
  }

  private static double at(NavigableMap<Double, Double> density, double place) {
    Map.Entry<Double, Double> low = density.floorEntry(place);
    Map.Entry<Double, Double> high = density.ceilingEntry(place);
    if (low == null || high == null) {
      return 0;
    }
    double width = high.getKey() - low.getKey();
    return width == 0
        ? low.getValue()
        : low.getValue() + (high.getValue() - low.getValue()) * (place - low.getKey()) / width;
  }
}
