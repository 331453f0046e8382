package org.normscape.experiments.cli.run;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.RunDocument;
import org.normscape.experiments.cli.option.RunOptions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.figure.StandardFigures;
import org.normscape.experiments.run.Reuse;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.weights.Convention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code normscape probe}: measures a network that was trained elsewhere. */
@Command(
    name = "probe",
    description = "Measures the landscape around a network that was trained elsewhere.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The network is described in a file, as in an experiment:",
      "  model { kind = vgg, variant = vgg-16, width = 64 }",
      "  normalization = batch-norm",
      "Nothing is trained: its weights are those of the file. Before anything is measured, every array",
      "has to find its place, and the accuracy on the test data is printed, so that a network that was",
      "read wrongly shows at once.",
      "",
      "Examples:",
      "  normscape probe --model vgg.conf --weights vgg.safetensors --probe hessian-eigenvalues,plane",
      "  normscape probe --model vgg.conf --weights keras.safetensors --convention keras --probe landscape",
      "  normscape probe --model vgg.conf --weights vgg.safetensors --probe line --set probes.line.direction=gradient"
    })
public final class ProbeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      required = true,
      description = "The file that describes the network, or the name of an experiment.")
  private String model = "";

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      required = true,
      description = "What it has learned: a file .safetensors, .npz, .h5, .hdf5 or .keras.")
  private Path weights = Path.of("");

  @Option(
      names = "--convention",
      paramLabel = "WORD",
      description =
          "Who named and laid out its arrays: pytorch (a state_dict), keras or normscape (a checkpoint); ${DEFAULT-VALUE} if not given.")
  private Convention convention = Convention.PYTORCH;

  @Option(
      names = "--probe",
      paramLabel = "NAME",
      split = ",",
      description =
          "What is measured: probes that \"normscape list probes\" shows; those of the file if not given.")
  private List<String> probes = new ArrayList<>();

  @Mixin private RunOptions options = new RunOptions();

  public ProbeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    checkModel();
    RunOptions.Planned planned = options.plan(model, overrides(), surroundings);
    if (options.isDryRun()) {
      options.list(planned, Reuse.none(), surroundings);
      return 0;
    }
    Path run =
        options.carryOut(
            planned.spec().figures().isEmpty() ? planned.with(drawn(planned.spec())) : planned,
            Optional.empty(),
            Reuse.none(),
            surroundings,
            command);
    options.answer(surroundings, () -> RunDocument.of(run));
    return 0;
  }

  private void checkModel() {
    if (!Catalog.names().contains(model) && !Files.isRegularFile(Path.of(model))) {
      throw UserError.usage(
          "--model: must be a file that describes a network, or the name of an experiment, but \"%s\" is neither. To fix: check the path, or write the file; \"normscape help own-network\" has one."
              .formatted(model));
    }
  }

  private static ExperimentSpec drawn(ExperimentSpec spec) {
    return spec.with(StandardFigures.of(spec.quantities()));
  }

  /** Nothing is trained, nothing is claimed, and every cell starts from the weights. */
  private List<Config> overrides() {
    List<Config> overrides = new ArrayList<>();
    overrides.add(Catalog.override("--weights", "weights.file", weights.toString()));
    overrides.add(
        Catalog.override(
            "--convention", "weights.convention", convention.name().toLowerCase(Locale.ROOT)));
    overrides.add(Catalog.override("probe", "steps", 0));
    overrides.add(Catalog.override("probe", "claims", List.of()));
    if (!probes.isEmpty()) {
      overrides.add(Catalog.override("--probe", "figures", List.of()));
    }
    probes.forEach(
        name -> overrides.add(Catalog.override("--probe", "probes." + name + ".kind", name)));
    return overrides;
  }
}
