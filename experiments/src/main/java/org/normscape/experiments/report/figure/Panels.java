package org.normscape.experiments.report.figure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Range;
import org.normscape.experiments.report.drawing.Scale;

/**
 * What a plot has drawn.
 *
 * @param panels side by side
 * @param legend what the styles mean
 * @param notes sentences that a reader needs to understand them
 */
public record Panels(List<Panel> panels, List<Swatch> legend, Set<String> notes) {

  public Panels {
    panels = panels.stream().filter(Panel::isDrawable).toList();
    legend = legend.stream().distinct().toList();
    notes = new LinkedHashSet<>(notes);
  }

  /** These and then others. */
  Panels and(Panels others) {
    Set<String> all = new LinkedHashSet<>(notes);
    all.addAll(others.notes);
    return new Panels(
        Stream.concat(panels.stream(), others.panels.stream()).toList(),
        Stream.concat(legend.stream(), others.legend.stream()).toList(),
        all);
  }

  /** The same with one vertical axis for all, so that they can be compared. */
  public Panels alike(Scaling scaling) {
    List<Double> heights = panels.stream().flatMap(Panel::heights).toList();
    Scale scale = scaling.of(heights);
    Range range = scale.around(heights);
    return panels.size() < 2
        ? this
        : new Panels(
            panels.stream().map(p -> p.withY(Axis.of(p.y().label(), scale).over(range))).toList(),
            legend,
            notes);
  }
}
