package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.normscape.backend.Device;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.DataOption;
import org.normscape.experiments.cli.option.JobsOption;
import org.normscape.experiments.cli.option.JsonOption;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.overview.Shelf;
import org.normscape.experiments.results.Costs;
import org.normscape.experiments.results.Planned;
import org.normscape.experiments.results.Result;
import org.normscape.experiments.results.ResultPages;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.TaskCosts;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code normscape reproduce}: runs all experiments and writes their results as pages. */
@Command(
    name = "reproduce",
    description =
        "Runs all experiments, and writes a page for each and an index of all claims with their verdicts.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "An experiment is not run again when a complete run is there with the same configuration, data and",
      "versions; a run that was stopped goes on. One that fails or diverges does not stop the others.",
      "Pages are written after each run, so that the command can be stopped and given again.",
      "The pages keep all other results that are in the folder already, those on other backends too.",
      "",
      "Examples:",
      "  normscape reproduce --dry-run",
      "  normscape reproduce --scale smoke --only landscape,deep-linear --out results",
      "",
      "Exit codes: 0 all results are there, 1 an experiment failed, 2 wrong usage."
    })
public final class ReproduceCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "How large each experiment is; ${DEFAULT-VALUE} if not given.")
  private String scale = "laptop";

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      split = ",",
      description = "The backends that run each experiment; tensorflow,nd4j if not given.")
  private List<String> backends = new ArrayList<>(List.of("tensorflow", "nd4j"));

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "These experiments and no others.")
  private List<String> only = new ArrayList<>();

  @Mixin private DataOption data = new DataOption();

  @Mixin private JobsOption jobs = new JobsOption();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description =
          "The folder that run folders are in and go into; ${DEFAULT-VALUE} if not given.")
  private Path runs = Path.of("runs");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that pages go into; ${DEFAULT-VALUE} if not given.")
  private Path out = Path.of("docs", "results");

  @Option(
      names = "--dry-run",
      description =
          "Say what would be run, and how long it takes as far as earlier runs tell; run nothing.")
  private boolean dryRun;

  @Mixin private JsonOption json = new JsonOption();

  public ReproduceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    backends.forEach(surroundings.backends(Device.CPU)::check);
    Shelf shelf =
        Files.isDirectory(runs) ? Shelf.of(List.of(runs)) : new Shelf(List.of(), List.of());
    shelf.problems().forEach(surroundings.err()::println);
    ResultPages pages = new ResultPages(out, Extensions.reference().forms().kinds());
    Costs costs = pages.costs(shelf.runs(), TaskCosts.below(runs));
    Reproduction reproduction =
        new Reproduction(
            json.forPeople(surroundings),
            plan(shelf),
            costs,
            List.of("--out", runs.toString()),
            always(),
            pages);
    if (dryRun) {
      reproduction.list();
      json.print(surroundings, reproduction::tree);
      return 0;
    }
    List<Result> results = reproduction.carryOut();
    List<Result> failed = results.stream().filter(result -> result.run().isEmpty()).toList();
    failed.forEach(
        result ->
            surroundings
                .err()
                .printf(
                    "failed: %s on %s: %s%n",
                    result.spec().name(), result.backend(), result.problem()));
    json.forPeople(surroundings).out().println(out.resolve("README.md"));
    json.print(surroundings, () -> ResultsDocument.of(out, results));
    return failed.isEmpty() ? 0 : UserError.Kind.FAILURE.exitCode();
  }

  private List<Planned> plan(Shelf shelf) {
    Datasets datasets = new Datasets(data.context(surroundings));
    List<Planned> plan = new ArrayList<>();
    checkScale();
    for (String name : names()) {
      if (!Catalog.scales(name).contains(scale)) {
        surroundings.err().printf("%s is left out: it has no scale %s%n", name, scale);
        continue;
      }
      for (String backend : backends) {
        ExperimentSpec spec =
            Catalog.resolve(
                name, scale, List.of(Catalog.override("--backend", "backend", backend)));
        plan.add(Planned.of(spec, datasets, shelf.runs()));
      }
    }
    return plan;
  }

  private void checkScale() {
    List<String> scales =
        names().stream()
            .flatMap(name -> Catalog.scales(name).stream())
            .distinct()
            .sorted()
            .toList();
    if (!scales.contains(scale)) {
      throw UserError.usage(
          "--scale: must be one of %s, but it is \"%s\". To fix: %s."
              .formatted(scales, scale, Nearest.remedy(scale, scales)));
    }
  }

  private List<String> names() {
    List<String> all = Catalog.names();
    for (String name : only) {
      if (!all.contains(name)) {
        throw UserError.usage(
            "--only: must be some of %s, but it is \"%s\". To fix: %s."
                .formatted(all, name, Nearest.remedy(name, all)));
      }
    }
    return only.isEmpty() ? all : all.stream().filter(only::contains).toList();
  }

  /** What every run is given: which data, and how many tasks go on side by side. */
  private List<String> always() {
    List<String> arguments = new ArrayList<>(List.of("--jobs", "" + jobs.jobs()));
    data.context(surroundings)
        .asked()
        .ifPresent(folder -> arguments.addAll(List.of("--data", folder.toString())));
    return arguments;
  }
}
