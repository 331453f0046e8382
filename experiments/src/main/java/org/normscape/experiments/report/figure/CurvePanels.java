package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Layout.Facet;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * Panels in which each value of a dimension has its own colour.
 *
 * @param layout which numbers are in which panel
 * @param arrangement axes and colours
 * @param metrics the numbers
 */
public record CurvePanels(Layout layout, Arrangement arrangement, Metrics metrics) {

  private static final Dimension ROW = new Dimension("place in a row");

  /** Draws the numbers of one colour. */
  public interface Painter {
    /** Adds what these numbers look like along a dimension whose values are places. */
    void paint(Table table, Dimension across, String name, Style style, Marks marks);
  }

  /** The panels that a painter draws; those of one quantity share a vertical axis. */
  public Panels draw(Painter painter) {
    Table all = layout.table(metrics);
    if (all.isEmpty()) {
      return new Panels(List.of(), List.of(), Set.of());
    }
    Styles styles = Styles.of(arrangement.told(), all, metrics);
    List<Panel> panels = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Facet facet : layout.facets(metrics)) {
      Marks marks = new Marks();
      paint(facet, styles, painter, marks);
      panels.add(
          marks.panel(facet.title(), across(facet.table()), label(facet), arrangement.yScale()));
      notes.addAll(marks.notes());
    }
    Panels drawn =
        new Panels(
            panels, styles.legend(arrangement.told(), new Words(metrics.quantities())), notes);
    return layout.quantities().size() == 1 ? drawn.alike(arrangement.yScale()) : drawn;
  }

  /** Names stand in a row, in the order in which they were met. */
  private boolean isInARow() {
    return arrangement.across().isNamed();
  }

  private void paint(Facet facet, Styles styles, Painter painter, Marks marks) {
    Words words = new Words(metrics.quantities());
    Dimension across = isInARow() ? ROW : arrangement.across();
    Table all = isInARow() ? facet.table().placed(arrangement.across(), ROW) : facet.table();
    all.along(across)
        .by(arrangement.told())
        .forEach(
            (key, table) ->
                painter.paint(
                    table, across, words.name(arrangement.told(), key), styles.of(key), marks));
  }

  private Axis across(Table table) {
    String label = new Words(metrics.quantities()).axis(arrangement.across());
    if (isInARow()) {
      return Axis.row(label, table.keys(arrangement.across()).stream().map(Key::name).toList());
    }
    List<Double> places = table.keys(arrangement.across()).stream().map(Key::place).toList();
    return Axis.of(label, arrangement.xScale().of(places));
  }

  private String label(Facet facet) {
    return arrangement.label().isEmpty()
        ? new Words(metrics.quantities()).axis(facet.quantities().get(0))
        : arrangement.label();
  }
}
