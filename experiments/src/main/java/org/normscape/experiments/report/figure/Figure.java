package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure as data: panels side by side under one title and one legend. The picture and the page
 * are two renderings of it.
 *
 * @param name what its files are called
 * @param caption what is shown, in sentences
 * @param legend what the colours mean; a name here is the name of lines or bands in the panels
 * @param metrics the metrics it is drawn from
 */
public record Figure(
    String name,
    String title,
    String caption,
    List<Swatch> legend,
    List<Panel> panels,
    List<String> metrics) {

  public Figure {
    legend = List.copyOf(legend);
    panels = List.copyOf(panels);
    metrics = List.copyOf(metrics);
  }

  /** One entry of the legend. */
  public record Swatch(String name, Ink ink) {}

  /** Lines and bands over one pair of axes. Bands lie below lines. */
  public record Panel(String title, Axis x, Axis y, List<Band> bands, List<Line> lines) {

    public Panel {
      bands = List.copyOf(bands);
      lines = List.copyOf(lines);
    }

    /** Every finite height at which something is drawn. */
    public Stream<Double> heights() {
      return Stream.concat(
              bands.stream()
                  .flatMap(b -> b.spans().stream())
                  .flatMap(s -> Stream.of(s.low(), s.high())),
              lines.stream().flatMap(l -> l.points().stream()).map(Point::y))
          .filter(Double::isFinite);
    }

    /** The same panel with another vertical axis. */
    Panel withY(Axis axis) {
      return new Panel(title, x, axis, bands, lines);
    }
  }

  /** Those of the panels in which there is anything to draw. */
  static List<Panel> drawable(List<Panel> panels) {
    return panels.stream().filter(panel -> panel.heights().findAny().isPresent()).toList();
  }

  /**
   * What an axis shows, with its unit, and how.
   *
   * @param label what and in which unit, or nothing where places on the axis have no numbers
   * @param range from where to where, or null to take it from what is drawn
   */
  public record Axis(String label, Scale scale, @Nullable Range range) {

    /** An axis as long as what is drawn needs. */
    static Axis of(String label, Scale scale) {
      return new Axis(label, scale, null);
    }
  }

  /** From where to where an axis goes. */
  public record Range(double low, double high) {}

  /** A line through points. Points that are not finite are gaps. */
  public record Line(String name, Ink ink, List<Point> points) {

    public Line {
      points = List.copyOf(points);
    }
  }

  /** The area between two curves, drawn so that what lies below shines through. */
  public record Band(String name, Ink ink, double opacity, List<Span> spans) {

    public Band {
      spans = List.copyOf(spans);
    }
  }

  /** A point of a line. */
  public record Point(double x, double y) {}

  /** The part of a band at one abscissa. */
  public record Span(double x, double low, double high) {}
}
