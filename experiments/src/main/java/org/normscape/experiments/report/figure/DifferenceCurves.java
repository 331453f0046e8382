package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Scale;

/** How the difference of two runs grows over the steps: a panel a quantity, a line a cell. */
public final class DifferenceCurves {

  private static final int PANELS = 4;
  private static final Axis STEPS = Axis.of("training step", Scale.LINEAR);
  private static final Axis DIFFERENCE = Axis.of("difference", Scale.LOGARITHMIC);

  private DifferenceCurves() {}

  /**
   * The difference of one quantity at one step.
   *
   * @param quantity the name of what was measured
   * @param cell the network
   * @param step after how many updates
   * @param difference how far apart the two runs are
   */
  public record Sample(String quantity, String cell, int step, double difference) {}

  /**
   * The drawings of some samples, each of a few panels. Where a cell has several samples of a
   * quantity at a step, the largest is drawn; differences of 0 have no place and are gaps.
   *
   * @param name what the files are called, up to a number
   */
  public static List<Drawing> draw(String name, String title, List<Sample> samples) {
    List<String> cells = samples.stream().map(Sample::cell).distinct().toList();
    List<Panel> panels =
        samples.stream()
            .map(Sample::quantity)
            .distinct()
            .map(quantity -> panel(quantity, cells, samples))
            .filter(Panel::isDrawable)
            .toList();
    List<Swatch> legend = new ArrayList<>();
    cells.forEach(cell -> legend.add(new Swatch(cell, Palette.kind(legend.size()))));
    List<Drawing> drawings = new ArrayList<>();
    for (int start = 0; start < panels.size(); start += PANELS) {
      List<Panel> some = panels.subList(start, Math.min(start + PANELS, panels.size()));
      drawings.add(
          new Drawing(
              name + "-" + (drawings.size() + 1),
              title,
              "The largest difference over seeds and places, relative to the larger value but for shares and cosines; of parameters, in L2. Where nothing is drawn, nothing differs.",
              legend,
              some,
              some.stream().map(Panel::title).toList()));
    }
    return drawings;
  }

  private static Panel panel(String quantity, List<String> cells, List<Sample> samples) {
    List<Curve> curves = new ArrayList<>();
    for (String cell : cells) {
      TreeMap<Integer, Double> largest = new TreeMap<>();
      samples.stream()
          .filter(s -> s.quantity().equals(quantity) && s.cell().equals(cell))
          .forEach(s -> largest.merge(s.step(), s.difference(), Math::max));
      List<Point> points =
          largest.entrySet().stream()
              .map(e -> new Point(e.getKey(), e.getValue() > 0 ? e.getValue() : Double.NaN))
              .toList();
      curves.add(new Curve(cell, Palette.kind(curves.size()), points));
    }
    return new Panel(quantity, STEPS, DIFFERENCE, List.of(), List.of(), curves);
  }
}
