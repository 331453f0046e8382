package org.normscape.experiments.cli.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.normscape.experiments.cli.option.ExportOptions;
import org.normscape.experiments.cli.option.JsonOption;
import org.normscape.experiments.cli.option.RunDocument;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.cli.verify.ComparisonDocument;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.table.ResultTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape report}: the report of runs, made again from what they recorded. */
@Command(
    name = "report",
    description =
        "Writes the report of a run again, or one that shows several side by side. Nothing is computed anew.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape report runs/<date>-landscape-<hash>",
      "  normscape report runs/<one> runs/<other>     side by side",
      "  normscape report runs/<one> --tensorboard    and event files for TensorBoard"
    })
public final class ReportCommand implements Callable<Integer> {

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss'-comparison'", Locale.ROOT);

  private final Surroundings surroundings;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder into which a comparison goes, in a folder of its own; ${DEFAULT-VALUE} if not given.")
  private Path out = Path.of("runs");

  @Mixin private ExportOptions exports = new ExportOptions();

  @Mixin private JsonOption json = new JsonOption();

  public ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    List<Export> elsewhere = exports.exports(surroundings);
    PrintWriter terminal = json.forPeople(surroundings).out();
    JsonOption.Document document = write(terminal);
    for (Path run : elsewhere.isEmpty() ? List.<Path>of() : runs) {
      RunRecord record = RunRecord.read(run);
      elsewhere.forEach(export -> terminal.println(export.write(record)));
    }
    json.print(surroundings, document);
    return 0;
  }

  /** Writes the report, says so, and gives what a document has to say of it. */
  private JsonOption.Document write(PrintWriter terminal) throws IOException {
    if (runs.size() == 1) {
      Path run = runs.get(0);
      ResultTables.write(RunRecord.read(run));
      terminal.print(surroundings.reports().write(run));
      return () -> RunDocument.of(run);
    }
    Path folder = out.resolve(FOLDER.format(LocalDateTime.now(surroundings.clock())));
    terminal.print(surroundings.reports().compare(runs, folder));
    return () -> ComparisonDocument.of(folder, runs);
  }
}
