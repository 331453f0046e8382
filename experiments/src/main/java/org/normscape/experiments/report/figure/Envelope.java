package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.metrics.Spread;

/**
 * Numbers along an axis as one curve: at each place the median and the extremes. Where places stand
 * too close to be told apart in print, neighbours are taken together.
 *
 * @param places from left to right
 * @param notes what a reader has to know of it
 */
public record Envelope(List<Place> places, Set<String> notes) {

  /** More places than this along an axis are not told apart. */
  static final int PLACES = 600;

  private static final String SEEDS = "Lines are medians over the seeds.";
  private static final String NEIGHBOURS =
      "Where steps stand too close to be told apart, neighbouring ones are taken together.";

  /**
   * What was measured at a place, or from there on to the next.
   *
   * @param at the value on the axis
   * @param spread the median and the range over seeds
   */
  public record Place(double at, Spread spread) {}

  /** The envelope of numbers along a dimension. */
  public static Envelope of(Table table, Dimension along) {
    Map<Key, Table> all = table.by(along);
    double first = all.keySet().stream().mapToDouble(Key::place).min().orElse(0);
    double last = all.keySet().stream().mapToDouble(Key::place).max().orElse(0);
    boolean crowded = all.size() > PLACES;
    TreeMap<Double, List<Map.Entry<Key, Table>>> groups = new TreeMap<>();
    for (Map.Entry<Key, Table> one : all.entrySet()) {
      double place = one.getKey().place();
      double group = crowded ? Math.floor((place - first) / (last - first) * PLACES) : place;
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(one);
    }
    Set<String> notes = new LinkedHashSet<>();
    if (table.hasSeveralSeeds()) {
      notes.add(SEEDS);
    }
    if (crowded) {
      notes.add(NEIGHBOURS);
    }
    return new Envelope(groups.values().stream().map(Envelope::place).toList(), notes);
  }

  private static Place place(List<Map.Entry<Key, Table>> together) {
    return new Place(
        together.stream().map(e -> e.getKey().place()).min(Comparator.naturalOrder()).orElseThrow(),
        Spread.of(
            together.stream()
                .flatMap(e -> e.getValue().rows().stream())
                .map(Observation::value)
                .toList()));
  }

  /** Whether anything varies: several seeds, or neighbours taken together. */
  public boolean varies() {
    return places.stream().anyMatch(p -> p.spread().seeds() > 1);
  }

  /** The median at each place. */
  public List<Point> medians() {
    return places.stream().map(p -> new Point(p.at(), p.spread().median())).toList();
  }

  /** From the smallest to the largest value at each place. */
  public List<Span> extremes() {
    return places.stream().map(p -> new Span(p.at(), p.spread().low(), p.spread().high())).toList();
  }
}
