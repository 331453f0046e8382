package org.normscape.experiments.cli;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.experiments.report.table.ResultTables;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Identity;
import org.normscape.experiments.run.Reuse;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.Blueprints;
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
      "  normscape sweep landscape --over \"optimizer.learning-rate=[0.1,1]\" --exclude normalization=none,optimizer.learning-rate=1"
    })
final class SweepCommand implements Callable<Integer> {

  private static final int HASH_DIGITS = 12;

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPERIMENT",
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

  @Option(
      names = "--dry-run",
      description = "List the tasks with their hashes, and what was done before; start nothing.")
  private boolean dryRun;

  SweepCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    RunOptions.Planned planned = options.plan(experiment, overrides(), surroundings);
    Reuse reuse = Reuse.below(options.out());
    if (dryRun) {
      list(planned.spec(), planned.datasets(), reuse);
      return 0;
    }
    Path run = options.carryOut(planned, Optional.empty(), reuse, surroundings, command);
    if (!options.isQuiet()) {
      surroundings.out().println("table    " + ResultTables.results(run));
    }
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

  private void list(ExperimentSpec spec, Datasets datasets, Reuse reuse) throws IOException {
    Blueprints.check(spec, datasets);
    try (Backend backend =
        surroundings.backends(Device.parse(spec.device())).open(spec.backend())) {
      PrintWriter terminal = surroundings.out();
      int done = 0;
      Map<Path, Identity> tasks = Identity.of(spec, backend, datasets, Path.of(""));
      for (Map.Entry<Path, Identity> task : tasks.entrySet()) {
        boolean isDone = reuse.hasEnded(task.getValue());
        done += isDone ? 1 : 0;
        terminal.printf(
            "%s  %-8s %s%n",
            task.getValue().sha256().substring(0, HASH_DIGITS),
            isDone ? "done" : "missing",
            Path.of("tasks").relativize(task.getKey()));
      }
      long steps = spec.cells().stream().mapToLong(cell -> cell.steps()).sum();
      terminal.printf(
          "%s tasks, %s done before; %s steps for each seed%n", tasks.size(), done, steps);
    }
  }
}
