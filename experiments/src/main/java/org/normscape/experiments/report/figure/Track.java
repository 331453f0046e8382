package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * Points that are joined on a surface, such as those at which a training was: two quantities say
 * where each lies, and what both vary with, in which order.
 *
 * @param x where the points are along the horizontal axis
 * @param y where they are along the vertical axis
 * @param metrics the numbers
 */
public record Track(String x, String y, Metrics metrics) {

  /** The tracks of the networks of a surface, each in order. */
  public List<List<Point>> on(Table surface) {
    return surface.rows().stream()
        .map(row -> new Network(row.cell(), row.seed()))
        .distinct()
        .map(this::of)
        .filter(track -> !track.isEmpty())
        .toList();
  }

  private record Network(String cell, long seed) {
    boolean has(Observation row) {
      return row.cell().equals(cell) && row.seed() == seed;
    }
  }

  private List<Point> of(Network network) {
    Map<Double, Double> ys = new TreeMap<>();
    places(y, network).forEach(row -> ys.put(order(row), row.value()));
    Map<Double, Point> points = new TreeMap<>();
    places(x, network)
        .filter(row -> ys.containsKey(order(row)))
        .forEach(
            row ->
                points.put(
                    order(row),
                    new Point(row.value(), Objects.requireNonNull(ys.get(order(row))))));
    return List.copyOf(points.values());
  }

  private Stream<Observation> places(String quantity, Network network) {
    return Table.of(metrics, List.of(quantity)).shownBy(List.of()).rows().stream()
        .filter(row -> network.has(row) && row.at().size() == 1);
  }

  private static double order(Observation row) {
    return row.at().values().iterator().next();
  }
}
