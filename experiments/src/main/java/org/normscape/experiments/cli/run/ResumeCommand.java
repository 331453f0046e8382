package org.normscape.experiments.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.normscape.backend.Device;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.ClusterOptions;
import org.normscape.experiments.cli.option.ConductOptions;
import org.normscape.experiments.cli.option.DataOption;
import org.normscape.experiments.cli.option.Execution;
import org.normscape.experiments.cli.option.ExportOptions;
import org.normscape.experiments.cli.option.JsonOption;
import org.normscape.experiments.cli.option.RunDocument;
import org.normscape.experiments.cli.surroundings.Screens;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.report.metrics.RunFiles;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.run.Session;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscape resume}: goes on with a run that was stopped. */
@Command(
    name = "resume",
    description =
        "Goes on with a run that was stopped, whatever stopped it, and writes its report.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Tasks that are done are not done again. Others go on from their newest checkpoint that is not",
      "damaged, or begin anew where there is none. In exact numerics the results have the same hashes",
      "as if nothing had happened; in fast numerics the same data, noise and kernels are used.",
      "A run goes on only as what it was: with its configuration, data, backend and versions.",
      "",
      "Example:",
      "  normscape resume runs/2026-11-30-101500-landscape-0a1b2c3d"
    })
public final class ResumeCommand implements Callable<Integer> {

  /** The commands whose runs can go on: those of "verify" are pairs, which begin together. */
  private static final Set<String> RESUMABLE = Set.of("run", "sweep", "probe");

  private final Surroundings surroundings;

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path run = Path.of("");

  @Mixin private DataOption data = new DataOption();

  @Mixin private ConductOptions how = new ConductOptions();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private ExportOptions exports = new ExportOptions();

  @Spec private CommandSpec given = CommandSpec.create();

  @Mixin private JsonOption json = new JsonOption();

  @Option(names = "--quiet", description = "Print the folder of the run and nothing else.")
  private boolean quiet;

  public ResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Conduct conduct = how.conduct();
    List<Export> elsewhere = exports.exports(surroundings);
    RunDirectory directory = new RunDirectory(run);
    List<String> command = command(RunFiles.provenance(run));
    ExperimentSpec spec =
        SpecJson.read(Files.readString(directory.config()), directory.config().toString());
    surroundings.backends(Device.parse(spec.device())).check(spec.backend());
    Datasets datasets = new Datasets(data.context(surroundings));
    Screens.Voice voice = quiet ? Screens.Voice.QUIET : Screens.Voice.NORMAL;
    Surroundings where =
        cluster.around(json.forPeople(surroundings), spec, datasets, conduct, given);
    Optional<Path> methods = Optional.of(run).filter(it -> Files.exists(directory.kernels()));
    new Execution(where, spec, datasets, methods, elsewhere, voice)
        .carryOut(
            (backend, progress) ->
                where
                    .session(
                        spec, datasets, backend, command, Session.Fingerprints.WHERE_EXACT, conduct)
                    .goOn(directory, progress));
    json.print(surroundings, () -> RunDocument.of(run));
    return 0;
  }

  /** The command that made a run; none where it was stopped before it said so. */
  private List<String> command(JsonNode provenance) {
    List<String> command =
        StreamSupport.stream(provenance.path("command").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    if (!command.isEmpty() && !RESUMABLE.contains(command.get(0))) {
      throw UserError.usage(
          "resume: must name what \"normscape run\", \"normscape sweep\" or \"normscape probe\" has made, but %s was made by \"normscape %s\". To fix: start that again."
              .formatted(run, command.get(0)));
    }
    return command;
  }
}
