package org.normscape.experiments.report.drawing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Tile;
import org.normscape.experiments.report.metrics.Numbers;

/**
 * What a panel shows, in words with its numbers: for readers who cannot see it. Where each curve
 * begins and ends, and its smallest and largest value.
 */
public final class Findings {

  /** More curves than this are not gone through one by one. */
  private static final int MOST = 8;

  private Findings() {}

  /** Of all panels of a drawing. */
  public static String of(Drawing drawing) {
    return drawing.panels().stream().map(Findings::of).collect(Collectors.joining(" "));
  }

  /** Of one panel. */
  public static String of(Panel panel) {
    Map<String, List<Point>> byName = new LinkedHashMap<>();
    for (Curve curve : panel.curves()) {
      byName.merge(curve.name(), shown(curve), Findings::joined);
    }
    byName.remove("");
    byName.values().removeIf(List::isEmpty);
    String lines =
        byName.size() > MOST || (byName.isEmpty() && panel.tiles().isEmpty())
            ? all(panel, byName)
            : byName.entrySet().stream()
                .map(e -> curve(panel, e.getKey(), e.getValue()))
                .collect(Collectors.joining("; "));
    String tiles = panel.tiles().isEmpty() ? "" : tiles(panel);
    String said =
        Stream.of(tiles, panel.tiles().isEmpty() ? lines : "")
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return "%s: %s.".formatted(panel.title(), said.isEmpty() ? "nothing" : said);
  }

  private static List<Point> joined(List<Point> some, List<Point> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<Point> shown(Curve curve) {
    return curve.points().stream()
        .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
        .toList();
  }

  private static String curve(Panel panel, String name, List<Point> points) {
    double first = points.stream().mapToDouble(Point::x).min().orElseThrow();
    double last = points.stream().mapToDouble(Point::x).max().orElseThrow();
    Point low = points.stream().min(Comparator.comparingDouble(Point::y)).orElseThrow();
    Point high = points.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
    if (first == last) {
      return "%s is %s at %s".formatted(name, at(points, first), place(panel.x(), first));
    }
    if (low.y() == high.y()) {
      return "%s is %s everywhere".formatted(name, Numbers.text(low.y()));
    }
    return "%s is %s at %s and %s at %s, smallest %s at %s, largest %s at %s"
        .formatted(
            name,
            at(points, first),
            place(panel.x(), first),
            at(points, last),
            place(panel.x(), last),
            Numbers.text(low.y()),
            place(panel.x(), low.x()),
            Numbers.text(high.y()),
            place(panel.x(), high.x()));
  }

  /** The height there, or from where to where when a name has several curves. */
  private static String at(List<Point> points, double x) {
    List<Double> heights =
        points.stream().filter(p -> p.x() == x).map(Point::y).sorted().distinct().toList();
    String low = Numbers.text(heights.get(0));
    String high = Numbers.text(heights.get(heights.size() - 1));
    return low.equals(high) ? low : "between %s and %s".formatted(low, high);
  }

  private static String all(Panel panel, Map<String, List<Point>> byName) {
    List<Point> points = byName.values().stream().flatMap(List::stream).toList();
    if (points.isEmpty()) {
      return "";
    }
    Map.Entry<String, Point> low = extreme(byName, BinaryOperator.minBy(BY_HEIGHT));
    Map.Entry<String, Point> high = extreme(byName, BinaryOperator.maxBy(BY_HEIGHT));
    return "%s lines, smallest %s at %s of %s, largest %s at %s of %s"
        .formatted(
            byName.size(),
            Numbers.text(low.getValue().y()),
            place(panel.x(), low.getValue().x()),
            low.getKey(),
            Numbers.text(high.getValue().y()),
            place(panel.x(), high.getValue().x()),
            high.getKey());
  }

  private static final Comparator<Map.Entry<String, Point>> BY_HEIGHT =
      Comparator.comparingDouble(e -> e.getValue().y());

  private static Map.Entry<String, Point> extreme(
      Map<String, List<Point>> byName, BinaryOperator<Map.Entry<String, Point>> better) {
    return byName.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(point -> Map.entry(e.getKey(), point)))
        .reduce(better)
        .orElseThrow();
  }

  private static String tiles(Panel panel) {
    if (panel.tiles().stream().allMatch(tile -> !tile.name().isEmpty())) {
      return panel.tiles().stream()
          .limit(2L * MOST)
          .map(t -> bar(panel, t))
          .collect(Collectors.joining("; "));
    }
    Comparator<Tile> byValue = Comparator.comparingDouble(Tile::value);
    Tile low = panel.tiles().stream().min(byValue).orElseThrow();
    Tile high = panel.tiles().stream().max(byValue).orElseThrow();
    return "smallest %s at %s, largest %s at %s"
        .formatted(
            Numbers.text(low.value()),
            middle(panel, low),
            Numbers.text(high.value()),
            middle(panel, high));
  }

  private static String bar(Panel panel, Tile tile) {
    String group = place(panel.x(), Math.rint(middle(tile.x())));
    String name = group.equals(tile.name()) ? group : group + ", " + tile.name();
    return name + " is " + Numbers.text(tile.value());
  }

  private static String middle(Panel panel, Tile tile) {
    return place(panel.x(), middle(tile.x())) + ", " + place(panel.y(), middle(tile.y()));
  }

  private static double middle(Range range) {
    return (range.low() + range.high()) / 2;
  }

  /** A place on an axis: its name where it has one. */
  private static String place(Axis axis, double at) {
    return axis.ticks().stream()
        .filter(tick -> tick.at() == at)
        .map(Axis.Tick::label)
        .findFirst()
        .orElseGet(() -> axis.label() + " " + Numbers.text(at));
  }
}
