package org.normscape.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.ResidentSet;
import org.normscape.bench.measure.Spread;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Visit;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.question.OnDevice;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;
import org.normscape.experiments.UserError;
import org.normscape.model.Vgg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How fast is one network on one device? A training step, a landscape probe and a Hessian-vector
 * product in float32, each a line of its name and its median in seconds; then the first loss and
 * the largest resident set. {@code bench/gpu/run} makes a table of it.
 */
@Command(
    name = "device",
    description = "Times one network with batch normalization on a device, as lines of text.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DeviceSpeed implements Callable<Integer> {

  private static final String TENSORFLOW = "tensorflow";

  /** A network that is timed. */
  enum Network {
    VGG_A,
    RESNET_20;

    /** The setting that is timed; {@code QUICK} ones are narrow or shallow. */
    Setting setting(Effort scale, int batch) {
      return switch (this) {
        case VGG_A ->
            Setting.vgg(
                Vgg.Variant.VGG_A,
                scale.of(64, 8),
                Normalizations.BATCH.normalization(),
                batch,
                Numerics.FAST);
        case RESNET_20 ->
            Setting.resNet(
                scale.of(20, 8), 16, Normalizations.BATCH.normalization(), batch, Numerics.FAST);
      };
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--network",
      defaultValue = "VGG_A",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Network network = Network.VGG_A;

  @Option(names = "--batch", defaultValue = "128", description = "Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "cpu, gpu, gpu:N, or gpu+tf32. Default: ${DEFAULT-VALUE}.")
  private String device = "cpu";

  @Option(names = "--quick", description = "A small network, in seconds: does everything run?")
  private boolean quick;

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description = "Writes where the network starts and its batch as safetensors too.")
  private Optional<Path> start = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Effort scale = quick ? Effort.QUICK : Effort.FULL;
    Setting setting = network.setting(scale, batch);
    Device where = where();
    if (start.isPresent()) {
      StartingPoint.write(setting, start.get());
    }
    Map<String, Supplier<Workload>> works =
        new OnDevice(() -> Backends.open(TENSORFLOW, where), setting).works();
    for (Map.Entry<String, Supplier<Workload>> work : works.entrySet()) {
      Visit visit = new Steady(work.getValue()).visit(scale.pace());
      line(work.getKey(), Spread.of(visit.samples()).median());
      if (!visit.witness().losses().isEmpty()) {
        line("first loss", visit.witness().losses().get(0));
      }
    }
    line("largest resident set", (double) ResidentSet.peakBytes());
    return 0;
  }

  private Device where() {
    try {
      return Device.parse(device);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--" + e.getMessage());
    }
  }

  private void line(String name, double value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s\t%.6g%n", name, value);
    out.flush();
  }
}
