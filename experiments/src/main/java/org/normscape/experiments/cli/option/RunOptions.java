package org.normscape.experiments.cli.option;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.cli.surroundings.Screens;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Reuse;
import org.normscape.experiments.run.Session;
import org.normscape.experiments.run.TaskCosts;
import org.normscape.experiments.spec.ExperimentSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of every command that makes a run, and how such a run is made. */
public final class RunOptions {

  @Mixin private SpecOptions options = new SpecOptions();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that run folders go into; ${DEFAULT-VALUE} if not given.")
  private Path out = Path.of("runs");

  @Mixin private ConductOptions how = new ConductOptions();

  @Mixin private ExportOptions exports = new ExportOptions();

  @Mixin private JsonOption json = new JsonOption();

  @Option(
      names = "--dry-run",
      description =
          "List the tasks with their hashes, what was done before and what the rest costs; start nothing.")
  private boolean dryRun;

  @Option(names = "--quiet", description = "Print the folder of the run and nothing else.")
  private boolean quiet;

  /**
   * What a run is going to carry out, and on which data: everything is checked that can be without
   * reading them.
   *
   * @param spec the experiment
   * @param datasets what its cells are trained and tested on
   * @param conduct how it is carried out
   * @param exports where else it is brought
   */
  public record Planned(
      ExperimentSpec spec, Datasets datasets, Conduct conduct, List<Export> exports) {

    /** The same with another specification of the same cells. */
    public Planned with(ExperimentSpec other) {
      return new Planned(other, datasets, conduct, exports);
    }
  }

  /**
   * What these options ask for.
   *
   * @param experiment one of ours, or a file
   * @param beneath configuration between the file and these options; the first wins
   */
  public Planned plan(String experiment, List<Config> beneath, Surroundings surroundings) {
    Conduct conduct = how.conduct();
    List<Export> elsewhere = exports.exports(surroundings);
    ExperimentSpec spec = options.resolve(experiment, beneath, surroundings);
    Datasets datasets = new Datasets(data.context(surroundings));
    datasets.checkFolder(spec.cells());
    return new Planned(spec, datasets, conduct, elsewhere);
  }

  /** Whether nothing is started, but {@link #list listed}. */
  public boolean isDryRun() {
    return dryRun;
  }

  /**
   * Lists what a run would do, and what it costs.
   *
   * @param reuse what need not be done again
   */
  public void list(Planned planned, Reuse reuse, Surroundings surroundings) throws IOException {
    DryRun forecast = DryRun.of(planned, reuse, TaskCosts.below(out), surroundings);
    forecast.lines().forEach(forPeople(surroundings).out()::println);
    answer(surroundings, forecast::tree);
  }

  /**
   * Makes the run and its report; gives its folder, about which {@link #answer} has more.
   *
   * @param methods the run whose methods compute each kernel; without it, those of this machine
   * @param reuse what need not be done again
   * @param command the command that was given
   */
  public Path carryOut(
      Planned planned,
      Optional<Path> methods,
      Reuse reuse,
      Surroundings surroundings,
      CommandSpec command)
      throws IOException {
    Screens.Voice voice = quiet ? Screens.Voice.QUIET : Screens.Voice.NORMAL;
    return new Execution(
            forPeople(surroundings),
            planned.spec(),
            planned.datasets(),
            methods,
            planned.exports(),
            voice)
        .carryOut(
            (backend, progress) ->
                surroundings
                    .session(
                        planned.spec(),
                        planned.datasets(),
                        backend,
                        arguments(planned.spec(), surroundings, command),
                        Session.Fingerprints.WHERE_EXACT,
                        planned.conduct())
                    .carryOut(out, reuse, progress));
  }

  /** The arguments with which the same can be run again, wherever the data was named. */
  private List<String> arguments(
      ExperimentSpec spec, Surroundings surroundings, CommandSpec command) {
    List<String> given =
        new ArrayList<>(command.commandLine().getParent().getParseResult().originalArgs());
    data.fromEnvironment(surroundings, spec.cells())
        .ifPresent(folder -> given.addAll(List.of("--data", folder.toString())));
    return given;
  }

  /** Where a command says what is for people. */
  public Surroundings forPeople(Surroundings surroundings) {
    return json.forPeople(surroundings);
  }

  /** Prints a document where it is asked for: the last that a command does. */
  public void answer(Surroundings surroundings, JsonOption.Document document) throws IOException {
    json.print(surroundings, document);
  }

  /** The folder that run folders go into. */
  public Path out() {
    return out;
  }

  /** Whether nothing is printed but the folder of the run. */
  public boolean isQuiet() {
    return quiet;
  }
}
