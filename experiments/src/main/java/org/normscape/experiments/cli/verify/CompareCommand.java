package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.verify.RecordedRun;
import org.normscape.experiments.verify.RunComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape compare}: whether two finished runs gave the same. */
@Command(
    name = "compare",
    description = "Says whether two finished runs gave the same numbers. Nothing is computed anew.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Runs in exact numerics are equal when every bit of every number is; where they are not, the",
      "first place is named. Of runs in precise and fast numerics the beginning is held against the",
      "published tolerances, which both computed from the same network; what comes later is drawn, since",
      "training carries any difference off: \"normscape verify\" judges each step. The two may differ in",
      "backend and device and in nothing else.",
      "",
      "Example:",
      "  normscape compare runs/<one> runs/<other>",
      "",
      "Exit codes: 0 equal or within the tolerances, 3 different, 2 not comparable."
    })
public final class CompareCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "RUN", index = "0", description = "The folder of a run.")
  private Path one = Path.of("");

  @Parameters(paramLabel = "RUN", index = "1", description = "The folder of another.")
  private Path other = Path.of("");

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Draw into this folder how the differences grow over the steps.")
  private Optional<Path> figures = Optional.empty();

  @Option(
      names = "--json",
      description = "Print JSON: whether they are equal, and the first place where they differ.")
  private boolean json;

  public CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    RunComparison comparison = RunComparison.of(RecordedRun.read(one), RecordedRun.read(other));
    PrintWriter out = surroundings.out();
    if (figures.isPresent()) {
      comparison.draw(figures.get(), "difference");
    }
    if (json) {
      out.print(Json.pretty(comparison.tree()));
    } else {
      out.print(comparison.describe(one.toString(), other.toString()));
      figures.ifPresent(folder -> out.println("figures  " + folder));
    }
    return comparison.holds() ? 0 : VerifyCommand.DIFFERENT;
  }
}
