package org.normscape.experiments.cli.data;

import java.util.Map;
import org.normscape.experiments.cli.option.DataChoice;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.run.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code normscape data path}: what a run would use. */
@Command(
    name = "path",
    description = "Says which data a run would use, from where and why.",
    mixinStandardHelpOptions = true)
public final class DataPathCommand implements Runnable {

  private final Surroundings surroundings;

  @Mixin private DataChoice data = new DataChoice();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public DataPathCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    DataContext context = data.context(surroundings);
    String description = data.source(context).describe(context);
    if (json) {
      surroundings.out().print(Json.pretty(Map.of("data", description)));
    } else {
      surroundings.out().println(description);
    }
  }
}
