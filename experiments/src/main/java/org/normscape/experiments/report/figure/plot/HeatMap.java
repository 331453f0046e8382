package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.GridPanels;
import org.normscape.experiments.report.figure.GridPanels.Plane;
import org.normscape.experiments.report.figure.Layout;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * A quantity as colours over two dimensions: the median over the seeds.
 *
 * @param title of the panel
 * @param colour the quantity that colours stand for
 * @param x what runs along the horizontal axis: {@code step}, {@code layer} or another axis
 * @param y what runs along the vertical axis: {@code layer}, {@code step} or another axis
 * @param panels what has a panel each: {@code one}, {@code cell}, {@code seed} or another axis
 * @param xScale the scale of the horizontal axis
 * @param yScale the scale of the vertical axis
 * @param colourScale the scale of the colours
 */
@AutoService(Plot.class)
public record HeatMap(
    String title,
    String colour,
    String x,
    String y,
    String panels,
    Scaling xScale,
    Scaling yScale,
    Scaling colourScale)
    implements Plot {

  /** Layers over steps, a panel a cell. */
  public HeatMap() {
    this("", "", "step", "layer", "cell", Scaling.LINEAR, Scaling.LINEAR, Scaling.AUTO);
  }

  @Override
  public List<String> quantities() {
    return colour.isEmpty() ? List.of() : List.of(colour);
  }

  @Override
  public List<Dimension> dimensions() {
    return layout().shown();
  }

  private Layout layout() {
    Dimension apart = new Dimension(panels);
    return new Layout(
        title, List.of(quantities()), apart, List.of(new Dimension(x), new Dimension(y), apart));
  }

  @Override
  public Panels draw(Metrics metrics) {
    Plane plane = new Plane(new Dimension(x), new Dimension(y), xScale, yScale);
    return new GridPanels(layout(), plane, colourScale, metrics)
        .draw((table, grid, shading, marks) -> {});
  }
}
