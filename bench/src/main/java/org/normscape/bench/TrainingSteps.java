package org.normscape.bench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normscape.backend.Numerics;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.Trainer;
import org.normscape.experiments.data.Batch;
import org.normscape.model.Vgg;
import org.normscape.nn.Glorot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How long does each training step take in this process, and how much memory does it need? VGG-A:
 * the batch goes to the device, forward, backward, update, and the loss comes back.
 */
@Command(
    name = "steps",
    description = "Times training steps of VGG-A in this process: median, extremes, peak memory.",
    mixinStandardHelpOptions = true)
final class TrainingSteps implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--engine", defaultValue = "tensorflow", description = "A backend, or libtorch.")
  private String engine = "";

  @Option(names = "--numerics", defaultValue = "FAST", description = "${COMPLETION-CANDIDATES}")
  private Numerics numerics = Numerics.FAST;

  @Option(
      names = "--normalization",
      defaultValue = "BATCH",
      description = "${COMPLETION-CANDIDATES}")
  private Normalizations normalization = Normalizations.BATCH;

  @Option(names = "--width", defaultValue = "64", description = "Channels of the first stage.")
  private int width;

  @Option(names = "--batch", defaultValue = "128", description = "Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(names = "--warm-up", defaultValue = "3", description = "Steps that are not counted.")
  private int warmUp;

  @Option(names = "--steps", defaultValue = "10", description = "Steps that are.")
  private int steps;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(measured());
    out.flush();
    return 0;
  }

  private StepTimes measured() {
    Vgg network =
        new Vgg(Vgg.Variant.VGG_A, width, 10, normalization.normalization(), Glorot.uniform());
    Setting setting = new Setting(network, batch, 0.01, 1, numerics);
    Batch examples = setting.proceduralBatches(batch).at(0);
    try (Trainer trainer = Trainer.open(engine, setting)) {
      IntStream.range(0, warmUp).forEach(i -> trainer.step(examples));
      double[] seconds =
          DoubleStream.generate(() -> seconds(trainer, examples)).limit(steps).sorted().toArray();
      return new StepTimes(
          seconds[seconds.length / 2],
          seconds[0],
          seconds[seconds.length - 1],
          ResidentSet.peakBytes());
    }
  }

  private static double seconds(Trainer trainer, Batch examples) {
    long start = System.nanoTime();
    trainer.step(examples);
    return (System.nanoTime() - start) * 1e-9;
  }
}
