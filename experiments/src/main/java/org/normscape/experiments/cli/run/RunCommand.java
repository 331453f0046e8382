package org.normscape.experiments.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normscape.experiments.cli.option.ExperimentNames;
import org.normscape.experiments.cli.option.RunDocument;
import org.normscape.experiments.cli.option.RunOptions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.Reuse;
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
      "  normscape run landscape --dry-run",
      "  normscape run landscape --backend nd4j --data ~/cifar-10-batches-bin",
      "  normscape run landscape --seeds 1,2,3 --set optimizer.learning-rate=0.05",
      "  normscape run landscape --set cells.batch-norm.optimizer.learning-rate=0.5",
      "  normscape run my-experiment.conf --with my.jar",
      "",
      "An experiment of your own is a file that may start with: include \"landscape\"",
      "",
      "A run can be watched while it goes: its folder holds config.json, provenance.json and",
      "tasks/<cell>/seed-<n>/metrics.jsonl. Ctrl-C ends it after the step that is going on, and",
      "\"normscape resume\" goes on with it, as it does after a crash.",
      "",
      "A network that diverges is a result: the last line names it, and the exit code stays 0."
    })
public final class RunCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPERIMENT",
      completionCandidates = ExperimentNames.class,
      description = "One that \"normscape list\" shows, or a file of your own.")
  private String experiment = "";

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--methods",
      paramLabel = "RUN",
      description =
          "Computes each kernel by the method that it had in this run, for the same bits in fast numerics.")
  private Optional<Path> methods = Optional.empty();

  public RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    RunOptions.Planned planned = options.plan(experiment, List.of(), surroundings);
    if (options.isDryRun()) {
      options.list(planned, Reuse.none(), surroundings);
      return 0;
    }
    Path run = options.carryOut(planned, methods, Reuse.none(), surroundings, command);
    options.answer(surroundings, () -> RunDocument.of(run));
    return 0;
  }
}
