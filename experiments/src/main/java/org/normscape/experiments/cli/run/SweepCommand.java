package org.normscape.experiments.cli.run;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normscape.experiments.cli.option.ClusterOptions;
import org.normscape.experiments.cli.option.ExperimentNames;
import org.normscape.experiments.cli.option.RunDocument;
import org.normscape.experiments.cli.option.RunOptions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.table.ResultTables;
import org.normscape.experiments.run.Reuse;
import org.normscape.experiments.spec.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscape sweep}: an experiment over many settings. */
@Command(
    name = "sweep",
    description = "Carries out an experiment over many settings, and writes a table of results.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Several --over make every combination. Values are a list, range(first,last,step),",
      "linear(first,last,count) or log(first,last,count). Settings that vary together are one --over:",
      "  --over optimizer.learning-rate,data.batch=[[0.1,128],[0.2,256]]",
      "The same can be written into an experiment's file, as axes and exclude.",
      "",
      "What earlier runs in the folder of --out have done is copied and not done again: a task is the",
      "same when its configuration, seed, data, backend and versions are. Claims are not judged.",
      "",
      "Examples:",
      "  normscape sweep landscape --over \"optimizer.learning-rate=log(1e-3,1,7)\" --seeds 1..5",
      "  normscape sweep landscape --over \"normalization.kind=[none,batch-norm]\" --dry-run",
      "  normscape sweep landscape --over \"optimizer.learning-rate=log(1e-3,1,7)\" --spark spark://host:7077",
      "  normscape sweep landscape --over \"optimizer.learning-rate=[0.1,1]\" --exclude normalization=none,optimizer.learning-rate=1"
    })
public final class SweepCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPERIMENT",
      completionCandidates = ExperimentNames.class,
      description = "One that \"normscape list\" shows, or a file of your own.")
  private String experiment = "";

  @Option(
      names = "--over",
      paramLabel = "KEY=VALUES",
      description = "Varies a setting of all cells. May be repeated.")
  private List<String> over = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "KEY=VALUE,...",
      description = "Leaves out the cells that have all of these settings. May be repeated.")
  private List<String> exclude = new ArrayList<>();

  @Mixin private RunOptions options = new RunOptions();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  public SweepCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    RunOptions.Planned planned = options.plan(experiment, overrides(), surroundings);
    Reuse reuse = Reuse.below(options.out());
    if (options.isDryRun()) {
      options.list(planned, reuse, surroundings);
      return 0;
    }
    Surroundings where =
        cluster.around(
            surroundings, planned.spec(), planned.datasets(), planned.conduct(), command);
    Path run = options.carryOut(planned, Optional.empty(), reuse, where, command);
    if (!options.isQuiet()) {
      options.forPeople(surroundings).out().println("table    " + ResultTables.results(run));
    }
    options.answer(surroundings, () -> RunDocument.of(run));
    return 0;
  }

  private List<Config> overrides() {
    List<Config> overrides = new ArrayList<>();
    over.forEach(axis -> overrides.add(Catalog.axis("--over", axis)));
    if (!exclude.isEmpty()) {
      overrides.add(Catalog.exclusions("--exclude", exclude));
    }
    overrides.add(Catalog.override("sweep", "claims", List.of()));
    return overrides;
  }
}
