package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.metrics.RunFiles;
import org.normscape.experiments.run.RunSummary;
import org.normscape.experiments.run.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape runs}: the runs there are, and how far they are. */
@Command(
    name = "runs",
    description = "Lists the runs in a folder: what they are, and how far they are.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "States of tasks: waiting, running, done, diverged, interrupted, failed. A task whose process was",
      "killed is interrupted; \"normscape resume\" goes on with it.",
      "",
      "Examples:",
      "  normscape runs",
      "  normscape runs --tasks",
      "  normscape runs --json experiments/"
    })
public final class RunsCommand implements Callable<Integer> {

  private static final double MEBIBYTE = 1 << 20;

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder that run folders are in; ${DEFAULT-VALUE} if not given.")
  private Path folder = Path.of("runs");

  @Option(names = "--tasks", description = "Show each task of each run.")
  private boolean tasks;

  @Option(names = "--json", description = "Print JSON: a list of runs, each with its tasks.")
  private boolean json;

  public RunsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    List<RunSummary> runs = runs();
    PrintWriter out = surroundings.out();
    if (json) {
      out.print(Json.pretty(runs));
      return 0;
    }
    int width = runs.stream().mapToInt(run -> run.folder().length()).max().orElse(1);
    for (RunSummary run : runs) {
      out.println(line(run, width));
      if (tasks) {
        run.tasks().forEach(task -> out.println("  " + line(task)));
      }
    }
    return 0;
  }

  private List<RunSummary> runs() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw UserError.usage(
          "runs: must be given a folder with runs in it, but %s is none. To fix: name the one that --out named."
              .formatted(folder));
    }
    try (Stream<Path> folders = Files.list(folder)) {
      List<Path> found = folders.filter(RunFiles::isRun).sorted().toList();
      List<RunSummary> runs = new ArrayList<>();
      for (Path run : found) {
        runs.add(RunSummary.of(run));
      }
      return runs;
    }
  }

  private static String line(RunSummary run, int width) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s  %-16s %-11s %-7s %-12s %5.1f %%  %8.1f MiB  %s",
        run.folder(),
        run.experiment(),
        run.backend(),
        run.scale(),
        run.state(),
        100 * run.progress(),
        run.bytes() / MEBIBYTE,
        run.started());
  }

  private static String line(RunSummary.TaskSummary task) {
    return String.format(
        Locale.ROOT,
        "%s, seed %s: %s, %s of %s steps%s",
        task.cell(),
        task.seed(),
        task.state().word(),
        task.updates(),
        task.steps(),
        task.reason() == null ? "" : ": " + task.reason());
  }
}
