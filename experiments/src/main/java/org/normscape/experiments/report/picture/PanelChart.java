package org.normscape.experiments.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Axis.Tick;
import org.normscape.experiments.report.drawing.Marker;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Area;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Panel.Tile;
import org.normscape.experiments.report.drawing.Range;

/**
 * The marks of a panel and its grid as an XChart chart that has no labels. The chart's axes are
 * linear in {@link org.normscape.experiments.report.drawing.Scale#place}.
 */
final class PanelChart {

  private static final Color GRID = new Color(0xE4E4E4);
  private static final BasicStroke THIN = new BasicStroke(0.8f);
  private static final float LINE = 1.5f;

  /** With more points than this, markers hide the line. */
  private static final int MOST_MARKERS = 40;

  private static final Map<Marker, org.knowm.xchart.style.markers.Marker> MARKERS =
      Map.of(
          Marker.NONE, SeriesMarkers.NONE,
          Marker.CIRCLE, SeriesMarkers.CIRCLE,
          Marker.DIAMOND, SeriesMarkers.DIAMOND,
          Marker.SQUARE, SeriesMarkers.SQUARE,
          Marker.TRIANGLE, SeriesMarkers.TRIANGLE_UP);

  private final Panel panel;
  private final XYChart chart;
  private final Range xs;
  private final Range ys;

  PanelChart(Panel panel, List<Tick> xTicks, List<Tick> yTicks, int width, int height) {
    this.panel = panel;
    this.chart = new XYChart(width, height);
    this.xs = placed(panel.x(), panel.across());
    this.ys = placed(panel.y(), panel.upwards());
    style();
    grid(xTicks, yTicks);
    panel.tiles().forEach(this::add);
    panel.areas().forEach(this::add);
    panel.curves().forEach(this::add);
  }

  private static Range placed(Axis axis, Range range) {
    return new Range(axis.scale().place(range.low()), axis.scale().place(range.high()));
  }

  XYChart chart() {
    return chart;
  }

  private void style() {
    XYStyler styler = chart.getStyler();
    styler.setLegendVisible(false).setChartTitleVisible(false).setChartPadding(0);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false).setPlotContentSize(1.0);
    styler.setPlotMargin(0);
    styler.setAxisTicksVisible(false).setPlotGridLinesVisible(false);
    styler.setXAxisTitleVisible(false).setYAxisTitleVisible(false);
    styler.setXAxisMin(xs.low()).setXAxisMax(xs.high());
    styler.setYAxisMin(ys.low()).setYAxisMax(ys.high());
    styler.setMarkerSize(5);
  }

  private void grid(List<Tick> xTicks, List<Tick> yTicks) {
    if (panel.x().ticks().isEmpty()) {
      for (Tick tick : xTicks) {
        double x = panel.x().scale().place(tick.at());
        rule(List.of(x, x), List.of(ys.low(), ys.high()));
      }
    }
    if (panel.y().ticks().isEmpty()) {
      for (Tick tick : yTicks) {
        double y = panel.y().scale().place(tick.at());
        rule(List.of(xs.low(), xs.high()), List.of(y, y));
      }
    }
  }

  private void rule(List<Double> x, List<Double> y) {
    XYSeries series = add(x, y);
    series.setLineColor(GRID);
    series.setLineStyle(THIN);
  }

  private void add(Tile tile) {
    XYSeries series =
        polygon(
            List.of(tile.x().low(), tile.x().high(), tile.x().high(), tile.x().low()),
            List.of(tile.y().low(), tile.y().low(), tile.y().high(), tile.y().high()),
            Color.decode(tile.ink().light()));
    series.setLineColor(Color.decode(tile.ink().light()));
    series.setLineStyle(THIN);
  }

  private void add(Curve curve) {
    List<Point> shown =
        curve.points().stream()
            .filter(p -> panel.x().scale().shows(p.x()) || Double.isNaN(p.x()))
            .toList();
    if (shown.stream().noneMatch(this::isShown)) {
      return;
    }
    List<Double> x = new ArrayList<>();
    for (Point p : shown) {
      x.add(Double.isNaN(p.x()) ? x.get(x.size() - 1) : panel.x().scale().place(p.x()));
    }
    List<Double> y =
        shown.stream().map(p -> isShown(p) ? panel.y().scale().place(p.y()) : Double.NaN).toList();
    XYSeries series = add(x, y);
    Color ink = Color.decode(curve.style().ink().light());
    series.setLineColor(ink);
    series.setLineStyle(Pen.stroke(curve.style(), LINE));
    if (shown.size() <= MOST_MARKERS) {
      series.setMarker(MARKERS.getOrDefault(curve.style().marker(), SeriesMarkers.NONE));
      series.setMarkerColor(ink);
    }
  }

  private boolean isShown(Point point) {
    return Double.isFinite(point.x()) && panel.y().scale().shows(point.y());
  }

  private void add(Area area) {
    List<Span> piece = new ArrayList<>();
    for (Span span : area.spans()) {
      if (panel.y().scale().shows(span.low()) && panel.y().scale().shows(span.high())) {
        piece.add(span);
      } else {
        addPiece(area, piece);
        piece.clear();
      }
    }
    addPiece(area, piece);
  }

  /** The outline of neighbouring spans, there along the top and back along the bottom. */
  private void addPiece(Area area, List<Span> spans) {
    if (spans.size() < 2) {
      return;
    }
    List<Double> x = new ArrayList<>(spans.stream().map(Span::x).toList());
    List<Double> y = new ArrayList<>(spans.stream().map(Span::high).toList());
    for (int i = spans.size() - 1; i >= 0; i--) {
      x.add(spans.get(i).x());
      y.add(spans.get(i).low());
    }
    Color ink = Color.decode(area.ink().light());
    int alpha = (int) Math.round(255 * area.opacity());
    polygon(x, y, new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), alpha))
        .setLineStyle(SeriesLines.NONE);
  }

  private XYSeries polygon(List<Double> x, List<Double> y, Color fill) {
    XYSeries series =
        add(
            x.stream().map(panel.x().scale()::place).toList(),
            y.stream().map(panel.y().scale()::place).toList());
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(fill);
    return series;
  }

  private XYSeries add(List<Double> x, List<Double> y) {
    XYSeries series = chart.addSeries("series " + chart.getSeriesCollection().size(), x, y);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }
}
