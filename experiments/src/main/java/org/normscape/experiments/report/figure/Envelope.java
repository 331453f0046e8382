package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.metrics.Spread;

/**
 * Series of several seeds as one curve: at each step the median and the extremes. Where steps stand
 * too close to be told apart in print, neighbours are taken together.
 */
record Envelope(List<Place> places) {

  /** What lines and faint bands are, for readers. */
  static final String CAPTION =
      "Lines are medians over the seeds and faint bands go from the smallest to the largest; where steps stand too close to be told apart, over neighbouring steps as well.";

  /** More places than this along an axis are not told apart. */
  private static final int PLACES = 600;

  /** What was measured at a step, or from that step on to the next place. */
  record Place(int step, Spread spread) {}

  /** The envelope of one series a seed. */
  static Envelope of(List<Series> seeds) {
    List<Series.Sample> samples = seeds.stream().flatMap(s -> s.samples().stream()).toList();
    int last = samples.stream().mapToInt(Series.Sample::step).max().orElse(0);
    int width = last / PLACES + 1;
    TreeMap<Integer, List<Series.Sample>> groups = new TreeMap<>();
    samples.forEach(
        s -> groups.computeIfAbsent(s.step() / width, group -> new ArrayList<>()).add(s));
    return new Envelope(groups.values().stream().map(Envelope::place).toList());
  }

  private static Place place(List<Series.Sample> samples) {
    return new Place(
        samples.stream().mapToInt(Series.Sample::step).min().orElseThrow(),
        Spread.of(samples.stream().map(Series.Sample::value).toList()));
  }

  /** Whether anything varies: several seeds, or neighbours taken together. */
  boolean varies() {
    return places.stream().anyMatch(p -> p.spread().seeds() > 1);
  }

  /** The median at each step. */
  List<Figure.Point> medians() {
    return places.stream().map(p -> new Figure.Point(p.step(), p.spread().median())).toList();
  }

  /** From the smallest to the largest value at each step. */
  List<Figure.Span> extremes() {
    return places.stream()
        .map(p -> new Figure.Span(p.step(), p.spread().low(), p.spread().high()))
        .toList();
  }
}
