package org.normscape.experiments.report.drawing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marks over one pair of axes: tiles below areas below curves.
 *
 * @param title what it is called
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param tiles rectangles
 * @param areas what lies between two curves
 * @param curves lines through points
 * @param relief how the values of the tiles are laid out as heights where the tiles are a surface
 *     that a reader can turn; null where they are none
 */
public record Panel(
    String title,
    Axis x,
    Axis y,
    List<Tile> tiles,
    List<Area> areas,
    List<Curve> curves,
    @Nullable Scale relief) {

  public Panel {
    tiles = List.copyOf(tiles);
    areas = List.copyOf(areas);
    curves = List.copyOf(curves);
  }

  /** A panel whose tiles are no surface. */
  public Panel(
      String title, Axis x, Axis y, List<Tile> tiles, List<Area> areas, List<Curve> curves) {
    this(title, x, y, tiles, areas, curves, null);
  }

  /**
   * A line through points. Points that are not finite are gaps.
   *
   * @param name as the legend has it
   * @param style what it looks like
   * @param points from left to right
   */
  public record Curve(String name, Style style, List<Point> points) {

    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * The area between two curves, drawn so that what lies below shines through.
   *
   * @param name as the legend has it
   * @param ink its colour
   * @param opacity from 0, invisible, to 1
   * @param spans from left to right
   */
  public record Area(String name, Ink ink, double opacity, List<Span> spans) {

    public Area {
      spans = List.copyOf(spans);
    }
  }

  /**
   * A rectangle that stands for a value.
   *
   * @param name as the legend has it, or what it is
   * @param x from where to where on the horizontal axis
   * @param y from where to where on the vertical axis
   * @param ink its colour
   * @param value what it stands for
   */
  public record Tile(String name, Range x, Range y, Ink ink, double value) {}

  /**
   * A point of a curve.
   *
   * @param x the abscissa
   * @param y the ordinate
   */
  public record Point(double x, double y) {}

  /**
   * The part of an area at one abscissa.
   *
   * @param x the abscissa
   * @param low the lower end
   * @param high the upper end
   */
  public record Span(double x, double low, double high) {}

  /** Every finite height at which something is drawn. */
  public Stream<Double> heights() {
    return Stream.of(
            tiles.stream().flatMap(t -> Stream.of(t.y().low(), t.y().high())),
            areas.stream()
                .flatMap(a -> a.spans().stream())
                .flatMap(s -> Stream.of(s.low(), s.high())),
            curves.stream().flatMap(c -> c.points().stream()).map(Point::y))
        .flatMap(heights -> heights)
        .filter(Double::isFinite);
  }

  /** Every abscissa at which something is drawn. */
  public Stream<Double> abscissae() {
    return Stream.of(
            tiles.stream().flatMap(t -> Stream.of(t.x().low(), t.x().high())),
            areas.stream().flatMap(a -> a.spans().stream()).map(Span::x),
            curves.stream().flatMap(c -> c.points().stream()).map(Point::x))
        .flatMap(abscissae -> abscissae)
        .filter(Double::isFinite);
  }

  /** Whether there is anything to see. */
  public boolean isDrawable() {
    return heights().findAny().isPresent();
  }

  /** The horizontal range that is shown. */
  public Range across() {
    Range given = x.range();
    return given == null ? x.scale().across(abscissae().toList()) : given;
  }

  /** The vertical range that is shown. */
  public Range upwards() {
    Range given = y.range();
    return given == null ? y.scale().around(heights().toList()) : given;
  }

  /** The same with axes that end where its marks do; axes of names show all names. */
  public Panel snug() {
    return new Panel(
        title,
        x.ticks().isEmpty() ? x.over(x.scale().across(abscissae().toList())) : x,
        y.ticks().isEmpty() ? y.over(y.scale().across(heights().toList())) : y,
        tiles,
        areas,
        curves,
        relief);
  }

  /** The same panel with another vertical axis. */
  public Panel withY(Axis axis) {
    return new Panel(title, x, axis, tiles, areas, curves, relief);
  }

  /** The same panel with one more curve on top. */
  public Panel with(Curve curve) {
    List<Curve> more = Stream.concat(curves.stream(), Stream.of(curve)).toList();
    return new Panel(title, x, y, tiles, areas, more, relief);
  }

  /** The same panel, whose tiles are a surface with heights on this scale. */
  public Panel raised(Scale scale) {
    return new Panel(title, x, y, tiles, areas, curves, scale);
  }
}
