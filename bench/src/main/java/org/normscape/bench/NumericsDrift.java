package org.normscape.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.normscape.backend.Numerics;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Ink;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.picture.Picture;
import org.normscape.model.Vgg;
import org.normscape.norm.BatchNorm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How long do <em>exact</em> and <em>precise</em> stay together? The same VGG with batch
 * normalization walks in lock step on both backends with both numerics, and the distance of its
 * parameters from those of the first walk is taken at each step. Training amplifies a rounding
 * error until the walks have nothing in common but their statistics; exact is right if it parts
 * from precise as late, and as fast, as two backends part from each other.
 */
@Command(
    name = "drift",
    description = "Trains in lock step with exact and precise numerics and draws how they part.",
    mixinStandardHelpOptions = true)
final class NumericsDrift implements Callable<Integer> {

  /** One way to train: what it has been so far, and the colour in which it is drawn. */
  private record Walk(
      String name, Ink ink, NormscapeTrainer trainer, List<Point> losses, List<Point> distances) {

    /** Takes a step; where it leads. */
    double[] step(int number, Batch batch) {
      losses.add(new Point(number, trainer.step(batch)));
      return trainer.parameters();
    }

    Curve curve(List<Point> points) {
      return new Curve(name, Style.plain(ink), points);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--steps", defaultValue = "300", description = "Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(names = "--width", defaultValue = "8", description = "Channels of the first stage.")
  private int width;

  @Option(names = "--batch", defaultValue = "32", description = "Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.1",
      description = "Default: ${DEFAULT-VALUE}.")
  private double learningRate;

  @Option(
      names = "--figure",
      defaultValue = "drift.png",
      description = "Where the figure goes. Default: ${DEFAULT-VALUE}.")
  private Path figure = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Walk> walks = new ArrayList<>();
    try {
      walks.add(walk("tensorflow", Numerics.PRECISE, new Ink("#0072B2", "#4DB2F0")));
      walks.add(walk("nd4j", Numerics.PRECISE, new Ink("#009E73", "#2FD3A3")));
      walks.add(walk("tensorflow", Numerics.EXACT, new Ink("#D55E00", "#FF8A3D")));
      walks.add(walk("nd4j", Numerics.EXACT, new Ink("#CC79A7", "#E8A0C8")));
      Batches batches = setting(Numerics.EXACT).proceduralBatches(64 * batch);
      for (int step = 0; step < steps; step++) {
        step(step, batches.at(step), walks);
        out.printf("step %s of %s%n", step + 1, steps);
        out.flush();
      }
    } finally {
      walks.forEach(walk -> walk.trainer().close());
    }
    Files.write(figure, Picture.png(figure(walks)));
    return 0;
  }

  private Walk walk(String backend, Numerics numerics, Ink ink) {
    return new Walk(
        backend + ", " + numerics.name().toLowerCase(Locale.ROOT),
        ink,
        NormscapeTrainer.open(backend, setting(numerics)),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private Setting setting(Numerics numerics) {
    Setting usual = Setting.vgg(Vgg.Variant.VGG_A, width, new BatchNorm(), batch, numerics);
    return new Setting(usual.network(), batch, learningRate, usual.seed(), numerics);
  }

  private static void step(int number, Batch batch, List<Walk> walks) {
    double[] first = walks.get(0).step(number, batch);
    for (Walk walk : walks.subList(1, walks.size())) {
      double distance = distance(walk.step(number, batch), first);
      walk.distances().add(new Point(number + 1.0, distance));
    }
  }

  /** ‖x − y‖ / ‖y‖. */
  private static double distance(double[] x, double[] y) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < x.length; i++) {
      difference += (x[i] - y[i]) * (x[i] - y[i]);
      norm += y[i] * y[i];
    }
    return Math.sqrt(difference / norm);
  }

  private static Drawing figure(List<Walk> walks) {
    return new Drawing(
        "drift",
        "Exact and precise numerics from the same start",
        "The two exact walks are one curve: they are the same bits.",
        walks.stream().map(walk -> new Swatch(walk.name(), Style.plain(walk.ink()))).toList(),
        List.of(
            panel(
                "Training loss",
                Axis.of("loss", Scale.LINEAR),
                walks.stream().map(walk -> walk.curve(walk.losses())).toList()),
            panel(
                "Distance of the parameters from " + walks.get(0).name(),
                Axis.of("relative distance, L2", Scale.LOGARITHMIC),
                walks.stream().map(walk -> walk.curve(walk.distances())).toList())),
        List.of());
  }

  private static Panel panel(String title, Axis y, List<Curve> curves) {
    return new Panel(title, Axis.of("step", Scale.LINEAR), y, List.of(), List.of(), curves);
  }
}
