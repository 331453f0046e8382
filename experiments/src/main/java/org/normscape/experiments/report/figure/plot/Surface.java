package org.normscape.experiments.report.figure.plot;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.component.Components;
import org.normscape.experiments.report.drawing.Marker;
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
import org.normscape.experiments.report.figure.Table;
import org.normscape.experiments.report.figure.Track;
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
 * @param track two quantities that say where points lie along x and y, which are joined in the
 *     order of what they vary with; none where there is no track
 */
@AutoService(Plot.class)
public record Surface(
    String title,
    String height,
    String x,
    String y,
    String panels,
    Scaling heightScale,
    List<String> track)
    implements Plot {

  private static final int LEVELS = 8;
  private static final List<String> JOINED =
      List.of("The line with markers joins the points in their order.");

  public Surface {
    track = List.copyOf(track);
    Components.require(
        track.isEmpty() || track.size() == 2,
        Surface.class,
        "track",
        "must be two quantities, one for each axis, or none",
        track);
  }

  /** A surface without a track. */
  public Surface(
      String title, String height, String x, String y, String panels, Scaling heightScale) {
    this(title, height, x, y, panels, heightScale, List.of());
  }

  /** The plane of two directions, a panel a cell. */
  public Surface() {
    this("", "", "alpha", "beta", "cell", Scaling.AUTO);
  }

  @Override
  public List<String> quantities() {
    return Stream.concat(heights().stream(), track.stream()).toList();
  }

  private List<String> heights() {
    return height.isEmpty() ? List.of() : List.of(height);
  }

  @Override
  public List<Dimension> dimensions() {
    return layout().shown();
  }

  private Layout layout() {
    Dimension apart = new Dimension(panels);
    return new Layout(
        title, List.of(heights()), apart, List.of(new Dimension(x), new Dimension(y), apart));
  }

  @Override
  public Panels draw(Metrics metrics) {
    Plane plane = new Plane(new Dimension(x), new Dimension(y), Scaling.LINEAR, Scaling.LINEAR);
    return new GridPanels(layout(), plane, heightScale, metrics)
        .draw(
            (table, grid, shading, marks) -> {
              paint(grid, shading, marks);
              tracks(metrics, table, marks);
            });
  }

  private void tracks(Metrics metrics, Table table, Marks marks) {
    if (!track.isEmpty()) {
      Style style = new Style(Palette.contour(), List.of(), Marker.CIRCLE);
      new Track(track.get(0), track.get(1), metrics)
          .on(table)
          .forEach(points -> marks.curve("", style, points));
      marks.note(JOINED);
    }
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
