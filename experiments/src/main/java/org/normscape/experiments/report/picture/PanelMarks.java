package org.normscape.experiments.report.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.normscape.experiments.report.drawing.Marker;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Area;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Panel.Tile;

/**
 * The marks of a panel, over its chart once that is painted. An area, a curve and all tiles of a
 * colour are one path each: the chart would draw a line for each side of them, where dashes begin
 * anew each time and a file has twenty times the bytes.
 *
 * @param chart knows where a place on its axes is
 */
record PanelMarks(Panel panel, XYChart chart, int across, int upwards) {

  private static final float LINE = 1.5f;
  private static final int MARKER = 5;
  private static final double SEAM = 0.4;

  /** With more points than this, markers hide the line. */
  private static final int MOST_MARKERS = 40;

  private static final Map<Marker, org.knowm.xchart.style.markers.Marker> MARKERS =
      Map.of(
          Marker.NONE, SeriesMarkers.NONE,
          Marker.CIRCLE, SeriesMarkers.CIRCLE,
          Marker.DIAMOND, SeriesMarkers.DIAMOND,
          Marker.SQUARE, SeriesMarkers.SQUARE,
          Marker.TRIANGLE, SeriesMarkers.TRIANGLE_UP);

  void paint(Graphics2D graphics) {
    Shape whole = graphics.getClip();
    graphics.clip(new Rectangle2D.Double(0, 0, across, upwards));
    tiles().forEach((colour, outline) -> fill(colour, outline, graphics));
    panel.areas().forEach(area -> paint(area, graphics));
    panel.curves().forEach(curve -> paint(curve, graphics));
    graphics.setClip(whole);
  }

  /** The outline of the tiles of each colour, each with an edge that its neighbours cover. */
  private Map<Color, Path2D> tiles() {
    Map<Color, Path2D> outlines = new LinkedHashMap<>();
    for (Tile tile : panel.tiles()) {
      double left = x(tile.x().low());
      double top = y(tile.y().high());
      double width = x(tile.x().high()) - left + SEAM;
      double height = y(tile.y().low()) - top + SEAM;
      outlines
          .computeIfAbsent(Color.decode(tile.ink().light()), colour -> new Path2D.Double())
          .append(new Rectangle2D.Double(left, top, width, height), false);
    }
    return outlines;
  }

  private static void fill(Color colour, Path2D outline, Graphics2D graphics) {
    graphics.setColor(colour);
    graphics.fill(Rounded.of(outline));
  }

  private void paint(Area area, Graphics2D graphics) {
    Color ink = Color.decode(area.ink().light());
    int alpha = (int) Math.round(255 * area.opacity());
    graphics.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), alpha));
    List<Span> piece = new ArrayList<>();
    for (Span span : area.spans()) {
      if (panel.y().scale().shows(span.low()) && panel.y().scale().shows(span.high())) {
        piece.add(span);
      } else {
        fill(piece, graphics);
        piece.clear();
      }
    }
    fill(piece, graphics);
  }

  /** The outline of neighbouring spans, there along the top and back along the bottom. */
  private void fill(List<Span> spans, Graphics2D graphics) {
    if (spans.size() < 2) {
      return;
    }
    Path2D outline = new Path2D.Double();
    spans.forEach(span -> extend(outline, x(span.x()), y(span.high())));
    for (int i = spans.size() - 1; i >= 0; i--) {
      extend(outline, x(spans.get(i).x()), y(spans.get(i).low()));
    }
    outline.closePath();
    graphics.fill(Rounded.of(outline));
  }

  private void paint(Curve curve, Graphics2D graphics) {
    List<Point> shown = curve.points().stream().filter(this::isShown).toList();
    graphics.setColor(Color.decode(curve.style().ink().light()));
    graphics.setStroke(Pen.stroke(curve.style(), LINE));
    graphics.draw(Rounded.of(path(curve)));
    if (shown.size() <= MOST_MARKERS) {
      org.knowm.xchart.style.markers.Marker marker =
          MARKERS.getOrDefault(curve.style().marker(), SeriesMarkers.NONE);
      shown.forEach(p -> marker.paint(graphics, x(p.x()), y(p.y()), MARKER));
    }
  }

  private Path2D path(Curve curve) {
    Path2D path = new Path2D.Double();
    boolean goesOn = false;
    for (Point point : curve.points()) {
      if (!isShown(point)) {
        goesOn &= !breaks(point);
      } else if (goesOn) {
        path.lineTo(x(point.x()), y(point.y()));
      } else {
        path.moveTo(x(point.x()), y(point.y()));
        goesOn = true;
      }
    }
    return path;
  }

  private boolean isShown(Point point) {
    return panel.x().scale().shows(point.x()) && panel.y().scale().shows(point.y());
  }

  /**
   * Whether a curve ends before a point that is not shown: not where the axis has no such place.
   */
  private boolean breaks(Point point) {
    return Double.isNaN(point.x()) || panel.x().scale().shows(point.x());
  }

  private static void extend(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  private double x(double place) {
    return chart.getScreenXFromChart(panel.x().scale().place(place));
  }

  private double y(double place) {
    return chart.getScreenYFromChart(panel.y().scale().place(place));
  }
}
