package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.metrics.Spread;

/**
 * Numbers that can be taken apart along dimensions.
 *
 * @param rows the numbers
 */
public record Table(List<Observation> rows) {

  public Table {
    rows = List.copyOf(rows);
  }

  /** What was measured of some quantities, derived ones too. */
  public static Table of(Metrics metrics, List<String> quantities) {
    return of(quantities.stream().flatMap(metrics::all));
  }

  /** The numbers of some series. */
  public static Table of(Stream<Series> series) {
    return new Table(series.flatMap(Observation::of).toList());
  }

  /**
   * One table for each value of a dimension; numbers that have none are left out. Names come in the
   * order in which they were met, places in ascending order.
   */
  public Map<Key, Table> by(Dimension dimension) {
    Map<Key, List<Observation>> groups = new LinkedHashMap<>();
    for (Observation row : rows) {
      Optional<Key> key = dimension.of(row);
      key.ifPresent(k -> groups.computeIfAbsent(k, g -> new ArrayList<>()).add(row));
    }
    Comparator<Map.Entry<Key, List<Observation>>> byPlace =
        Comparator.comparingDouble(e -> dimension.isNamed() ? 0 : e.getKey().place());
    return groups.entrySet().stream()
        .sorted(byPlace)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> new Table(e.getValue()), (a, b) -> a, LinkedHashMap::new));
  }

  /** The numbers of one quantity. */
  public Table only(String quantity) {
    return new Table(rows.stream().filter(row -> row.quantity().equals(quantity)).toList());
  }

  /** The values of a dimension, in order. */
  public List<Key> keys(Dimension dimension) {
    return List.copyOf(by(dimension).keySet());
  }

  /**
   * The numbers for a plot that shows these dimensions: of the last measured step of each network
   * where the steps are not among them.
   */
  public Table shownBy(List<Dimension> dimensions) {
    if (dimensions.contains(Dimension.STEP)) {
      return this;
    }
    Map<List<Object>, Integer> last = new LinkedHashMap<>();
    rows.forEach(row -> last.merge(network(row), row.step(), Math::max));
    return new Table(
        rows.stream().filter(row -> Objects.equals(last.get(network(row)), row.step())).toList());
  }

  private static List<Object> network(Observation row) {
    return List.of(row.cell(), row.seed(), row.quantity());
  }

  /** How the numbers vary. */
  public Spread spread() {
    return Spread.of(rows.stream().map(Observation::value).toList());
  }

  /** Whether there are several seeds. */
  public boolean hasSeveralSeeds() {
    return rows.stream().mapToLong(Observation::seed).distinct().limit(2).count() > 1;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
