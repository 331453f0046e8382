package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.JsonOption;
import org.normscape.experiments.cli.surroundings.Browser;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.report.metrics.RunFiles;
import org.normscape.experiments.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code normscape open}: shows the report of a run in the browser. */
@Command(
    name = "open",
    description = "Opens the report of a run in the browser.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape open                                 the latest run in runs/",
      "  normscape open runs/<date>-landscape-<hash>",
      "",
      "The variable BROWSER of the environment names another browser than the desktop's."
    })
public final class OpenCommand implements Callable<Integer> {

  private static final Path RUNS = Path.of("runs");

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The folder of a run; the latest one in runs if not given.")
  private Optional<Path> run = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  public OpenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Path shown = run.orElseGet(OpenCommand::latest);
    Path report = new RunDirectory(shown).report().toAbsolutePath();
    if (!Files.isRegularFile(report)) {
      RunFiles.check(shown);
      throw UserError.usage(
          "open: must be the folder of a run with a report, but %s is not there. To fix: write it with \"normscape report %s\"."
              .formatted(report, shown));
    }
    json.forPeople(surroundings).out().println(report);
    json.print(surroundings, () -> Map.of("report", report.toString()));
    new Browser(System.getProperty("os.name", ""), surroundings.environment()).show(report.toUri());
    return 0;
  }

  /** The folder with a report whose name, which begins with its date, is the last. */
  private static Path latest() {
    try (Stream<Path> folders = Files.isDirectory(RUNS) ? Files.list(RUNS) : Stream.empty()) {
      return folders
          .filter(folder -> Files.isRegularFile(new RunDirectory(folder).report()))
          .max(Comparator.comparing(folder -> folder.getFileName().toString()))
          .orElseThrow(
              () ->
                  UserError.usage(
                      "open: there is no run with a report in runs. To fix: name the folder of a run, or start one with \"normscape run landscape\"."));
    } catch (IOException e) {
      throw UserError.failure(
          "open: runs cannot be read (%s). To fix: name the folder of a run."
              .formatted(e.getMessage()),
          e);
    }
  }
}
