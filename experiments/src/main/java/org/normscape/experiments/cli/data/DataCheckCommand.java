package org.normscape.experiments.cli.data;

import java.util.Locale;
import java.util.Map;
import org.normscape.experiments.cli.option.DataChoice;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.run.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code normscape data check}: whether the data is what it should be. */
@Command(
    name = "check",
    description = "Reads the data, checks it, and prints the SHA-256 of every file.",
    mixinStandardHelpOptions = true)
public final class DataCheckCommand implements Runnable {

  private final Surroundings surroundings;

  @Mixin private DataChoice data = new DataChoice();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /**
   * What the data is.
   *
   * @param data where it comes from
   * @param train the number of examples to train on
   * @param test the number of examples to test on
   * @param input the shape of an example
   * @param targets what belongs to each
   * @param sha256 the hash of each file
   */
  private record Checked(
      String data, int train, int test, String input, String targets, Map<String, String> sha256) {}

  public DataCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    DataContext context = data.context(surroundings);
    DataSource source = data.source(context);
    Dataset dataset = source.load(context);
    Checked checked =
        new Checked(
            source.describe(context),
            dataset.train().size(),
            dataset.test().size(),
            dataset.input().toString(),
            dataset.train().targets().describe(),
            dataset.sha256());
    if (json) {
      surroundings.out().print(Json.pretty(checked));
    } else {
      print(checked);
    }
  }

  private void print(Checked checked) {
    surroundings.out().println(checked.data());
    surroundings
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%,d examples to train on, %,d to test on, each %s, with %s",
                checked.train(),
                checked.test(),
                checked.input(),
                checked.targets()));
    checked.sha256().forEach((file, hash) -> surroundings.out().println(hash + "  " + file));
  }
}
