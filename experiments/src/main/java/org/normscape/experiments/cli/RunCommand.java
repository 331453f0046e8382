package org.normscape.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.backend.audit.Auditor;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.Session;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.Blueprints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscape run}: carries out an experiment and writes its report. */
@Command(
    name = "run",
    description = "Carries out an experiment and writes its report.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  normscape run landscape --scale smoke",
      "  normscape run landscape --backend nd4j --data ~/cifar-10-batches-bin",
      "  normscape run landscape --seeds 1,2,3 --set optimizer.learning-rate=0.05",
      "  normscape run landscape --set cells.batch-norm.optimizer.learning-rate=0.5",
      "  normscape run my-experiment.conf --with my.jar",
      "",
      "An experiment of your own is a file that may start with: include \"landscape\"",
      "",
      "A run can be watched while it goes: its folder holds config.json, provenance.json and",
      "tasks/<cell>/seed-<n>/metrics.jsonl, and what was measured stays when it is stopped.",
      "",
      "A network that diverges is a result: the last line names it, and the exit code stays 0."
    })
final class RunCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "One that \"normscape list\" shows, or a file of your own.")
  private String experiment = "";

  @Mixin private SpecOptions options = new SpecOptions();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that run folders go into; ${DEFAULT-VALUE} if not given.")
  private Path out = Path.of("runs");

  @Option(
      names = "--methods",
      paramLabel = "RUN",
      description =
          "Computes each kernel by the method that it had in this run, for the same bits in fast numerics.")
  private Optional<Path> methods = Optional.empty();

  @Option(names = "--quiet", description = "Print the folder of the run and nothing else.")
  private boolean quiet;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ExperimentSpec spec = options.resolve(experiment, surroundings);
    Datasets datasets = new Datasets(data.context(surroundings));
    datasets.checkFolder(spec.cells());
    Screens.Voice voice = quiet ? Screens.Voice.QUIET : Screens.Voice.NORMAL;
    try (Progress progress = Screens.progress(surroundings, voice)) {
      report(carryOut(spec, datasets, progress));
    }
    return 0;
  }

  private Path carryOut(ExperimentSpec spec, Datasets datasets, Progress progress) {
    progress.note(
        "reading the data and loading %s, which takes some seconds".formatted(spec.backend()));
    Blueprints.check(spec, datasets);
    try (Backend backend =
        surroundings
            .backends(Device.parse(spec.device()))
            .open(spec.backend(), auditor(spec, progress))) {
      progress.note(
          "%s at scale %s on %s %s (%s), numerics %s"
              .formatted(
                  spec.name(),
                  spec.scale(),
                  spec.backend(),
                  backend.info().version(),
                  backend.info().device(),
                  spec.numerics().name().toLowerCase(Locale.ROOT)));
      datasets.describe(spec.cells()).forEach(line -> progress.note("data: " + line));
      return surroundings
          .session(spec, datasets, backend, arguments(), Session.Fingerprints.WHERE_EXACT)
          .carryOut(out, progress);
    }
  }

  private Auditor auditor(ExperimentSpec spec, Progress progress) {
    Auditor auditor = surroundings.auditor(spec.audit(), progress::note);
    return methods.map(run -> auditor.pinning(KernelRecord.read(run))).orElse(auditor);
  }

  private void report(Path run) throws IOException {
    PrintWriter terminal = surroundings.out();
    try {
      String summary = surroundings.reports().write(run);
      terminal.print(quiet ? "" : summary);
    } finally {
      terminal.println(run);
      terminal.flush();
    }
    warn(RunRecord.read(run).metrics().divergences());
  }

  /** The last word on a terminal, and not where a script reads the folder. */
  private void warn(List<Metrics.Divergence> diverged) {
    if (!diverged.isEmpty()) {
      surroundings
          .err()
          .println(
              "diverged: "
                  + diverged.stream()
                      .map(d -> "%s, seed %s, at step %s".formatted(d.cell(), d.seed(), d.step()))
                      .collect(Collectors.joining("; "))
                  + ". A loss was no longer finite there.");
    }
  }

  private List<String> arguments() {
    return command.commandLine().getParent().getParseResult().originalArgs();
  }
}
