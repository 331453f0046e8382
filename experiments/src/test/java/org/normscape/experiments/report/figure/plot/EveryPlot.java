package org.normscape.experiments.report.figure.plot;

import java.util.List;
import java.util.Optional;
import org.normscape.experiments.report.figure.Arrangement;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.figure.Plot;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.probe.Statistic;

/** A figure of every kind of plot. */
public final class EveryPlot {

  /** The numbers that they show. */
  public static final Metrics METRICS = SyntheticMetrics.ofSeeds(3);

  private EveryPlot() {}

  /** The figures. */
  public static List<Figure> figures() {
    return List.of(
        figure("line", new Line(List.of("loss", "activation_mean"), new Arrangement())),
        figure("band", new Band(List.of("loss", "activation_mean"), new Arrangement())),
        figure("ribbon", new Ribbon(List.of("activation_histogram"), "bin", new Arrangement())),
        figure("spectrum", new Spectrum(List.of("hessian_density"), new Spectrum().arrangement())),
        figure(
            "heat-map",
            new HeatMap(
                "Means",
                "activation_mean",
                "step",
                "layer",
                "cell",
                Scaling.LINEAR,
                Scaling.LINEAR,
                Scaling.AUTO)),
        figure("surface", new Surface("", "loss_surface", "alpha", "beta", "cell", Scaling.LINEAR)),
        figure(
            "bars",
            new Bars("", List.of("activation_mean"), "layer", "cell", "one", Statistic.LAST)));
  }

  private static Figure figure(String name, Plot plot) {
    return new Figure(name, "A " + name, "What is shown.", List.of(plot), Optional.empty());
  }
}
