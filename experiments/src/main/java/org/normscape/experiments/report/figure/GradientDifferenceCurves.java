package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.normscape.experiments.report.figure.Figure.Axis;
import org.normscape.experiments.report.figure.Figure.Line;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Point;
import org.normscape.experiments.report.figure.Figure.Range;
import org.normscape.experiments.report.figure.Figure.Swatch;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.metrics.Statistic;

/**
 * How far the gradient moves with the length of the step, one line a training step and one panel a
 * cell: Figure 11 of Santurkar et al., 2018. With several seeds, a line is the median over them.
 */
record GradientDifferenceCurves() implements FigureKind {

  private static final String METRIC = "gradient_difference";
  private static final int KEYS = 5;

  @Override
  public String name() {
    return "gradient-difference-curves";
  }

  @Override
  public Optional<Figure> draw(Metrics metrics) {
    List<Integer> steps =
        metrics.cells().stream()
            .flatMap(cell -> metrics.inside(cell, METRIC).stream())
            .flatMap(s -> s.samples().stream().map(Series.Sample::step))
            .distinct()
            .sorted()
            .toList();
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            name(),
            "Gradient predictiveness against the length of the step",
            "Each line is one training step; its colour says which. A flat line means that the gradient changes by as much after a short step as after a long one. Compare Figure 11 of Santurkar et al., 2018.",
            legend(steps),
            alike(
                Figure.drawable(
                    metrics.cells().stream().map(cell -> panel(metrics, cell, steps)).toList())),
            List.of(METRIC)));
  }

  private static Panel panel(Metrics metrics, String cell, List<Integer> steps) {
    Map<Integer, List<Point>> byStep = new TreeMap<>();
    lengths(metrics.inside(cell, METRIC))
        .forEach(
            (epsilon, medians) ->
                medians.forEach(
                    (step, value) ->
                        byStep
                            .computeIfAbsent(step, s -> new ArrayList<>())
                            .add(new Point(epsilon, value))));
    List<Line> lines = new ArrayList<>();
    byStep.forEach((step, points) -> lines.add(new Line(keyName(step), ink(step, steps), points)));
    return new Panel(
        cell,
        Axis.of("step length ε along −g", Scale.LOGARITHMIC),
        Axis.of("‖∇L(θ − εg) − g‖₂", Scale.LINEAR),
        List.of(),
        lines);
  }

  /** The median over seeds at each length and step. */
  private static Map<Double, Map<Integer, Double>> lengths(List<Series> series) {
    Map<Double, Map<Integer, List<Double>>> values = new TreeMap<>();
    for (Series one : series) {
      Map<Integer, List<Double>> bySteps =
          values.computeIfAbsent(
              one.at().getOrDefault("epsilon", Double.NaN), e -> new TreeMap<>());
      one.samples()
          .forEach(s -> bySteps.computeIfAbsent(s.step(), n -> new ArrayList<>()).add(s.value()));
    }
    Map<Double, Map<Integer, Double>> medians = new TreeMap<>();
    values.forEach(
        (epsilon, bySteps) -> {
          Map<Integer, Double> bySeeds = new TreeMap<>();
          bySteps.forEach((step, seeds) -> bySeeds.put(step, Statistic.MEDIAN.of(seeds)));
          medians.put(epsilon, bySeeds);
        });
    return medians;
  }

  /** One vertical scale for all panels, so that they can be compared. */
  private static List<Panel> alike(List<Panel> panels) {
    List<Double> heights = panels.stream().flatMap(Panel::heights).toList();
    Scale scale = Scale.fitting(heights);
    Range range = scale.around(heights);
    return panels.stream().map(p -> p.withY(new Axis(p.y().label(), scale, range))).toList();
  }

  private static List<Swatch> legend(List<Integer> steps) {
    int last = steps.size() - 1;
    return Stream.iterate(0, i -> i < KEYS, i -> i + 1)
        .map(i -> steps.get(i * last / (KEYS - 1)))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(step -> new Swatch(keyName(step), ink(step, steps)))
        .toList();
  }

  private static String keyName(int step) {
    return "step " + step;
  }

  private static Ink ink(int step, List<Integer> steps) {
    int first = steps.get(0);
    int last = steps.get(steps.size() - 1);
    return Palette.ramp(last == first ? 0 : (double) (step - first) / (last - first));
  }
}
