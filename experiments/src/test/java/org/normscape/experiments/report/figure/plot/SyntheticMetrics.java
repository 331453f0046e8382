package org.normscape.experiments.report.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.Declared;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.metrics.Series.Sample;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/** Numbers such as probes record that vary inside a step: histograms, densities, planes, layers. */
public final class SyntheticMetrics {

  static final Quantity BIN = Declared.of("bin");
  static final Quantity HISTOGRAM = Declared.of("activation_histogram").along(BIN);
  static final Quantity EIGENVALUE = Declared.of("eigenvalue");
  static final Quantity DENSITY = Declared.of("hessian_density").along(EIGENVALUE);
  static final Quantity ALPHA = Declared.of("alpha");
  static final Quantity BETA = Declared.of("beta");
  static final Quantity SURFACE = Declared.of("loss_surface").along(ALPHA, BETA);
  static final Quantity MEAN = Declared.of("activation_mean").along(Axes.LAYER);
  static final Quantity LOSS = Declared.of("loss");

  static final Quantities DECLARED =
      new Quantities(
          List.of(
              BIN, HISTOGRAM, EIGENVALUE, DENSITY, ALPHA, BETA, SURFACE, Axes.LAYER, MEAN, LOSS));

  private static final List<Integer> STEPS = List.of(0, 10, 20, 30, 40);
  private static final List<String> LAYERS = List.of("conv1", "block1.norm1", "dense");

  private final List<Series> series = new ArrayList<>();

  private SyntheticMetrics() {}

  /** Two cells of some seeds. */
  public static Metrics ofSeeds(int seeds) {
    SyntheticMetrics all = new SyntheticMetrics();
    for (int seed = 1; seed <= seeds; seed++) {
      all.cell("none", seed, 3);
      all.cell("batch-norm", seed, 1);
    }
    return new Metrics(all.series, DECLARED);
  }

  private void cell(String cell, int seed, double width) {
    for (double bin = -5; bin <= 5; bin += 0.5) {
      double place = bin;
      add(cell, seed, HISTOGRAM.name(), Map.of("bin", bin), s -> bell(place, width + s / 20.0));
    }
    for (double eigenvalue = -2; eigenvalue <= 10; eigenvalue += 0.25) {
      double place = eigenvalue;
      add(
          cell,
          seed,
          DENSITY.name(),
          Map.of("eigenvalue", eigenvalue),
          s -> bell(place, width / 2) + 1e-4 * bell(place - 2 * width, 0.2) * seed);
    }
    for (double alpha = -1; alpha <= 1; alpha += 0.125) {
      for (double beta = -1; beta <= 1; beta += 0.125) {
        double height = 0.1 + width * (alpha * alpha + 2 * beta * beta + 0.3 * alpha * beta);
        add(cell, seed, SURFACE.name(), Map.of("alpha", alpha, "beta", beta), s -> height + s);
      }
    }
    for (String layer : LAYERS) {
      double depth = 1 + LAYERS.indexOf(layer);
      add(cell, seed, MEAN.name() + "/" + layer, Map.of(), s -> width * depth + 0.1 * s * seed);
    }
    add(cell, seed, LOSS.name(), Map.of(), s -> width / (1 + s) + 0.01 * seed);
  }

  private interface AtStep {
    double value(int step);
  }

  private void add(String cell, int seed, String metric, Map<String, Double> at, AtStep values) {
    series.add(
        new Series(
            cell,
            seed,
            metric,
            at,
            STEPS.stream().map(step -> new Sample(step, values.value(step))).toList()));
  }

  private static double bell(double x, double width) {
    return Math.exp(-x * x / (2 * width * width)) / width;
  }
}
