package org.normscape.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.TestedTrainer;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.data.source.Cifar10;
import org.normscape.model.Vgg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Does training give what libtorch gives? VGG-A of full width on CIFAR-10 from the same initial
 * parameters, on the same batches, by each engine in turn: a table of losses, then the accuracy on
 * the test set. Losses that agree in the first steps say that layers, gradients and data order are
 * the same; later they drift apart, since rounding differs and training amplifies it.
 */
@Command(
    name = "accuracy",
    description = "Trains VGG-A on CIFAR-10 with each engine and prints losses and test accuracy.",
    mixinStandardHelpOptions = true)
final class AccuracyWitness implements Callable<Integer> {

  private static final int TEST_BATCH = 250;
  private static final List<Integer> SHOWN = List.of(1, 2, 5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIRECTORY", description = "CIFAR-10's binary version.")
  private Path directory = Path.of("");

  @Option(names = "--steps", defaultValue = "300", description = "Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--engines",
      split = ",",
      defaultValue = "libtorch,tensorflow,nd4j",
      description = "The first is compared with. Default: ${DEFAULT-VALUE}.")
  private List<String> engines = List.of();

  @Option(
      names = "--normalization",
      defaultValue = "BATCH",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Normalizations normalization = Normalizations.BATCH;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Dataset data = new Cifar10().load(DataContext.of(directory));
    Setting setting =
        Setting.vgg(Vgg.Variant.VGG_A, 64, normalization.normalization(), 128, Numerics.FAST);
    Map<String, Run> runs = new LinkedHashMap<>();
    for (String engine : engines) {
      runs.put(engine, Run.of(engine, setting, data, steps));
      out.printf("# %s: trained%n", engine);
      out.flush();
    }
    print(out, runs);
    return 0;
  }

  private void print(PrintWriter out, Map<String, Run> runs) {
    out.printf("%-14s", "step");
    engines.forEach(engine -> out.printf("%14s", engine));
    out.printf("%22s%n", "largest difference");
    for (int step : shown()) {
      row(out, String.valueOf(step), runs.values().stream().map(r -> r.losses().get(step - 1)));
    }
    row(out, "test accuracy", runs.values().stream().map(Run::accuracy));
    out.flush();
  }

  private static void row(PrintWriter out, String name, Stream<Double> values) {
    List<Double> row = values.toList();
    out.printf(Locale.ROOT, "%-14s", name);
    row.forEach(value -> out.printf(Locale.ROOT, "%14.7f", value));
    out.printf(
        Locale.ROOT,
        "%22.1e%n",
        row.stream().mapToDouble(v -> Math.abs(v - row.get(0)) / row.get(0)).max().orElseThrow());
  }

  /** 1, 2, 5, 10, 20, 50, … and the last. */
  private List<Integer> shown() {
    return IntStream.rangeClosed(1, steps).filter(this::isShown).boxed().toList();
  }

  private boolean isShown(int step) {
    int digit = step;
    while (digit % 10 == 0) {
      digit /= 10;
    }
    return SHOWN.contains(digit) || step == steps;
  }

  /** What one engine did: the loss of each step, and the accuracy on the test set afterwards. */
  private record Run(List<Double> losses, double accuracy) {

    static Run of(String engine, Setting setting, Dataset data, int steps) {
      Batches train = Batches.training(data, new NoAugmentation(), setting.batch(), setting.seed());
      Batches test = Batches.testing(data, TEST_BATCH, setting.seed());
      try (TestedTrainer trainer = TestedTrainer.open(engine, setting)) {
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
          losses.add(trainer.step(train.at(step)));
        }
        return new Run(losses, trainer.accuracy(test));
      }
    }
  }
}
