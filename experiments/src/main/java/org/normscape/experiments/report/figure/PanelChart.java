package org.normscape.experiments.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.normscape.experiments.report.figure.Figure.Band;
import org.normscape.experiments.report.figure.Figure.Line;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Point;
import org.normscape.experiments.report.figure.Figure.Range;
import org.normscape.experiments.report.figure.Figure.Span;

/** Draws one panel as an XChart chart. */
final class PanelChart {

  private static final BasicStroke LINE =
      new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final Color GRID = new Color(0xE4E4E4);
  private static final Color TEXT = new Color(0x222222);

  private final Panel panel;
  private final XYChart chart;
  private final List<Double> abscissae = new ArrayList<>();

  private PanelChart(Panel panel, int width, int height) {
    this.panel = panel;
    this.chart = new XYChart(width, height);
  }

  /** The chart of a panel. */
  static XYChart of(Panel panel, int width, int height) {
    PanelChart drawing = new PanelChart(panel, width, height);
    drawing.chart.setXAxisTitle(panel.x().label());
    drawing.chart.setYAxisTitle(panel.y().label());
    panel.bands().forEach(drawing::add);
    panel.lines().forEach(drawing::add);
    drawing.style();
    return drawing.chart;
  }

  private void style() {
    XYStyler styler = chart.getStyler();
    styler.setLegendVisible(false);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    styler.setChartTitleVisible(false).setChartFontColor(TEXT);
    styler.setXAxisTickMarkSpacingHint(90);
    styler.setAxisTitleFont(font(13)).setAxisTickLabelsFont(font(12));
    styler.setAxisTickLabelsColor(TEXT).setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(0.8f)).setAxisTicksMarksVisible(false);
    styler.setChartPadding(8).setPlotContentSize(1.0);
    styler.setPlotMargin(4);
    scales(styler);
  }

  private void scales(XYStyler styler) {
    Range x = panel.x().scale().across(abscissae);
    Range given = panel.y().range();
    Range y = given == null ? panel.y().scale().around(panel.heights().toList()) : given;
    letTicksFallAnywhere(x);
    if (panel.x().label().isEmpty()) {
      styler.setXAxisTicksVisible(false).setPlotGridVerticalLinesVisible(false);
    }
    styler.setXAxisMin(x.low()).setXAxisMax(x.high()).setYAxisMin(y.low()).setYAxisMax(y.high());
    if (panel.x().scale() == Scale.LOGARITHMIC) {
      styler.setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(false);
      chart.setCustomXAxisTickLabelsFormatter(new DecadeLabels(x));
    }
    if (panel.y().scale() == Scale.LOGARITHMIC) {
      styler.setYAxisLogarithmic(true).setYAxisLogarithmicDecadeOnly(false);
      chart.setCustomYAxisTickLabelsFormatter(new DecadeLabels(y));
    }
  }

  /**
   * XChart puts ticks only where there is data when data is equally spaced, however crowded; one
   * abscissa off that grid, at which nothing is drawn, lets it put them where there is room.
   */
  private void letTicksFallAnywhere(Range x) {
    add(List.of(x.low() + 0.382 * (x.high() - x.low())), List.of(Double.NaN));
  }

  private void add(Line line) {
    List<Point> shown = line.points().stream().filter(p -> panel.x().scale().shows(p.x())).toList();
    List<Double> heights =
        shown.stream().map(p -> panel.y().scale().shows(p.y()) ? p.y() : Double.NaN).toList();
    if (heights.stream().allMatch(h -> h.isNaN())) {
      return;
    }
    XYSeries series = add(shown.stream().map(Point::x).toList(), heights);
    series.setLineColor(Color.decode(line.ink().light()));
    series.setLineStyle(LINE);
  }

  private void add(Band band) {
    List<Span> piece = new ArrayList<>();
    for (Span span : band.spans()) {
      if (panel.y().scale().shows(span.low()) && panel.y().scale().shows(span.high())) {
        piece.add(span);
      } else {
        addPiece(band, piece);
        piece.clear();
      }
    }
    addPiece(band, piece);
  }

  /** The outline of neighbouring spans, there along the top and back along the bottom. */
  private void addPiece(Band band, List<Span> spans) {
    if (spans.size() < 2) {
      return;
    }
    List<Double> x = new ArrayList<>(spans.stream().map(Span::x).toList());
    List<Double> y = new ArrayList<>(spans.stream().map(Span::high).toList());
    for (int i = spans.size() - 1; i >= 0; i--) {
      x.add(spans.get(i).x());
      y.add(spans.get(i).low());
    }
    XYSeries series = add(x, y);
    Color ink = Color.decode(band.ink().light());
    int alpha = (int) Math.round(255 * band.opacity());
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), alpha));
    series.setLineStyle(SeriesLines.NONE);
  }

  private XYSeries add(List<Double> x, List<Double> y) {
    abscissae.addAll(x);
    XYSeries series = chart.addSeries("series " + chart.getSeriesCollection().size(), x, y);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  private static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }
}
