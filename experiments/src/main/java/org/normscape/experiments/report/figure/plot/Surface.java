package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Contours;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.Grid;
import org.normscape.experiments.report.figure.GridPanels;
import org.normscape.experiments.report.figure.GridPanels.Plane;
import org.normscape.experiments.report.figure.Layout;
import org.normscape.experiments.report.figure.Marks;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.figure.Shading;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * A quantity over a plane as colours and contour lines, as Li et al. (2018) draw loss surfaces: the
 * median over the seeds, at the last measured step. In a report's page the surface can be turned.
 *
 * @param title of the panel
 * @param height the quantity
 * @param x the axis of the plane that runs to the right
 * @param y the axis of the plane that runs upwards
 * @param panels what has a panel each: {@code one}, {@code cell}, {@code seed} or {@code step}
 * @param heightScale the scale of the colours and of the contour lines
 */
@AutoService(Plot.class)
public record Surface(
    String title, String height, String x, String y, String panels, Scaling heightScale)
    implements Plot {

  private static final int LEVELS = 8;

  /** The plane of two directions, a panel a cell. */
  public Surface() {
    this("", "", "alpha", "beta", "cell", Scaling.AUTO);
  }

  @Override
  public List<String> quantities() {
    return height.isEmpty() ? List.of() : List.of(height);
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
    Plane plane = new Plane(new Dimension(x), new Dimension(y), Scaling.LINEAR, Scaling.LINEAR);
    return new GridPanels(layout(), plane, heightScale, metrics).draw(Surface::paint);
  }

  private static void paint(Grid grid, Shading shading, Marks marks) {
    marks.raise(shading.scale());
    Contours contours = new Contours(grid);
    for (int i = 1; i <= LEVELS; i++) {
      marks.curve(
          "", Style.plain(Palette.contour()), contours.at(shading.at((double) i / (LEVELS + 1))));
    }
  }
}
