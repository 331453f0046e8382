package org.normscape.experiments.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;

/**
 * Whether two runs have measured the same, whatever came out. Of a quantity that is not judged it
 * does not matter at which places: the bins of a histogram and the grid of a density rest on what
 * was measured themselves.
 */
final class Completeness {

  private static final String SOMETHING = "a number";
  private static final String NOTHING = "nothing";

  private Completeness() {}

  /** Where a number stands. */
  private record Spot(String cell, long seed, String metric, Map<String, Double> at, int step) {

    Place lacking(String one, String other) {
      String what = at.isEmpty() ? metric : metric + " at " + new TreeMap<>(at);
      return new Place(cell, seed, step, what, one, other, OptionalLong.empty());
    }
  }

  /**
   * The first number that only one of two runs has. Networks that diverged in one of them are left
   * out from there on: training ends.
   */
  static Optional<Place> missing(Metrics one, Metrics other) {
    return onlyIn(one, other)
        .map(spot -> spot.lacking(SOMETHING, NOTHING))
        .or(() -> onlyIn(other, one).map(spot -> spot.lacking(NOTHING, SOMETHING)));
  }

  private static Optional<Spot> onlyIn(Metrics there, Metrics here) {
    Set<Spot> measured = new HashSet<>(spots(here).toList());
    List<Metrics.Divergence> ends =
        Stream.of(there, here).flatMap(m -> m.divergences().stream()).toList();
    return spots(there)
        .filter(spot -> ends.stream().noneMatch(end -> isAfter(spot, end)))
        .filter(spot -> !measured.contains(spot))
        .findFirst();
  }

  private static boolean isAfter(Spot spot, Metrics.Divergence end) {
    return spot.cell.equals(end.cell()) && spot.seed == end.seed() && spot.step >= end.step();
  }

  private static Stream<Spot> spots(Metrics metrics) {
    return metrics.series().stream()
        .flatMap(series -> spots(series, isJudged(metrics, series) ? series.at() : Map.of()));
  }

  private static boolean isJudged(Metrics metrics, Series series) {
    return metrics
        .quantities()
        .of(series.quantity())
        .map(quantity -> quantity.agreement().isJudged())
        .orElse(true);
  }

  private static Stream<Spot> spots(Series series, Map<String, Double> at) {
    return series.samples().stream()
        .map(s -> new Spot(series.cell(), series.seed(), series.metric(), at, s.step()));
  }
}
