package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.overview.ClaimsOverview;
import org.normscape.experiments.report.overview.JudgedRun;
import org.normscape.experiments.report.overview.Shelf;
import org.normscape.experiments.run.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape claims}: the verdicts on the claims of all runs. */
@Command(
    name = "claims",
    description =
        "Judges what the papers claim by what runs have measured. Nothing is computed anew.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A claim is an effect, such as a ratio, and where it is expected to lie. The effect is measured in",
      "each seed; over seeds it has an interval that holds it with 95 %% confidence (Student's t).",
      "  ✓ reproduced           the whole interval lies where it is expected",
      "  ✗ not reproduced       it lies outside",
      "  ⇄ reversed             it lies outside, on the other side of no effect",
      "  ? not decidable here   it contains the bound, or a network diverged, or never left its initial",
      "                         plateau: over the last tenth of the steps its training loss is not below",
      "                         95 %% of the first one",
      "",
      "Examples:",
      "  normscape claims                           the latest run of each experiment in runs/",
      "  normscape claims runs/<one> --json"
    })
public final class ClaimsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Folders of runs, or folders that hold such folders; runs if none is given.")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = "--all",
      description =
          "Every run, and not the latest one of each experiment, backend, scale and numerics.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON: a list with an entry for each claim.")
  private boolean json;

  public ClaimsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Shelf found = Shelf.of(places.isEmpty() ? List.of(Path.of("runs")) : places);
    List<String> problems = new ArrayList<>(found.problems());
    ClaimsOverview overview = new ClaimsOverview(judged(all ? found : found.latest(), problems));
    PrintWriter out = surroundings.out();
    if (json) {
      out.print(Json.pretty(overview.tree()));
    } else {
      overview.lines().forEach(out::println);
    }
    problems.forEach(surroundings.err()::println);
    return problems.isEmpty() ? 0 : UserError.Kind.FAILURE.exitCode();
  }

  /** The runs with their verdicts; of one that cannot be judged, a sentence is added. */
  private static List<JudgedRun> judged(Shelf shelf, List<String> problems) {
    Binder binder = Binder.of(Thread.currentThread().getContextClassLoader());
    List<JudgedRun> judged = new ArrayList<>();
    for (RunRecord run : shelf.runs()) {
      try {
        judged.add(JudgedRun.of(run, binder));
      } catch (UserError unknown) {
        problems.add("%s: %s".formatted(run.directory(), unknown.getMessage()));
      }
    }
    return judged;
  }
}
