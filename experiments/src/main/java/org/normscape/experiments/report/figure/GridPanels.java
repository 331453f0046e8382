package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.figure.Layout.Facet;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * Panels of grids in which colours stand for the values of a quantity, the same in all.
 *
 * @param layout which numbers are in which panel
 * @param plane what runs along the axes
 * @param shading the scale of the colours
 * @param metrics the numbers
 */
public record GridPanels(Layout layout, Plane plane, Scaling shading, Metrics metrics) {

  /**
   * Two axes.
   *
   * @param x what runs along the horizontal one
   * @param y what runs along the vertical one
   * @param xScale the scale of the horizontal one
   * @param yScale the scale of the vertical one
   */
  public record Plane(Dimension x, Dimension y, Scaling xScale, Scaling yScale) {}

  /** Draws on a grid what its colours do not show. */
  public interface Painter {
    /**
     * Adds to the colours.
     *
     * @param table the numbers of the grid
     */
    void paint(Table table, Grid grid, Shading shading, Marks marks);
  }

  /** The panels of a painter. */
  public Panels draw(Painter painter) {
    Words words = new Words(metrics.quantities());
    List<Grid> grids = new ArrayList<>();
    List<Facet> facets = layout.facets(metrics);
    for (Facet facet : facets) {
      grids.add(Grid.of(facet.table(), plane, words));
    }
    List<Double> values =
        grids.stream().flatMap(g -> g.columns().stream()).flatMap(List::stream).toList();
    if (values.stream().noneMatch(Double::isFinite)) {
      return new Panels(List.of(), List.of(), Set.of());
    }
    Shading colours = Shading.of(shading, values.stream().filter(Double::isFinite).toList());
    String quantity = layout.quantities().get(0).get(0);
    Set<String> notes =
        new LinkedHashSet<>(Set.of("Colours are values of: " + words.axis(quantity) + "."));
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      Marks marks = new Marks();
      colours.paint(grids.get(i), marks);
      painter.paint(facets.get(i).table(), grids.get(i), colours, marks);
      panels.add(panel(facets.get(i).title(), grids.get(i), marks));
      notes.addAll(marks.notes());
    }
    return new Panels(panels, colours.legend(words.label(quantity)), notes);
  }

  private static Panel panel(String title, Grid grid, Marks marks) {
    return marks.panel(title, grid.xs().axis(), "", Scaling.LINEAR).withY(grid.ys().axis()).snug();
  }
}
