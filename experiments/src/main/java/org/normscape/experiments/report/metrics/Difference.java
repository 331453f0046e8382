package org.normscape.experiments.report.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A quantity that is declared as the difference of two others, where both were measured.
 *
 * @param name its name
 * @param ones what is subtracted from
 * @param others what is subtracted
 */
record Difference(String name, List<Series> ones, List<Series> others) {

  /** Where a series was measured. */
  private record Place(String cell, long seed, String part, Map<String, Double> at) {
    static Place of(Series series) {
      return new Place(series.cell(), series.seed(), series.part(), series.at());
    }
  }

  /** One series for each place at which both were measured. */
  Stream<Series> series() {
    Map<Place, Series> there = new HashMap<>();
    others.forEach(series -> there.put(Place.of(series), series));
    return ones.stream()
        .filter(one -> there.containsKey(Place.of(one)))
        .map(one -> difference(one, there.getOrDefault(Place.of(one), one)));
  }

  private Series difference(Series one, Series other) {
    Map<Integer, Double> values = new HashMap<>();
    other.samples().forEach(s -> values.put(s.step(), s.value()));
    return new Series(
        one.cell(),
        one.seed(),
        one.part().isEmpty() ? name : name + "/" + one.part(),
        one.at(),
        one.samples().stream()
            .filter(s -> values.containsKey(s.step()))
            .map(s -> new Series.Sample(s.step(), s.value() - values.getOrDefault(s.step(), 0.0)))
            .toList());
  }
}
