package org.normscape.experiments.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Axis.Tick;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Range;

/**
 * The grid of a panel as an XChart chart that has no labels; {@link PanelMarks} draws the marks
 * over it. The chart's axes are linear in {@link
 * org.normscape.experiments.report.drawing.Scale#place}.
 */
final class PanelChart {

  private static final Color GRID = new Color(0xE4E4E4);
  private static final BasicStroke THIN = new BasicStroke(0.8f);
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
    XYSeries series = chart.addSeries("rule " + chart.getSeriesCollection().size(), x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(GRID);
    series.setLineStyle(THIN);
  }
}
