package org.normscape.experiments.cli;

import java.util.Locale;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code normscape data check}: whether the data is what it should be. */
@Command(
    name = "check",
    description = "Reads the data, checks it, and prints the SHA-256 of every file.",
    mixinStandardHelpOptions = true)
final class DataCheckCommand implements Runnable {

  private final Surroundings surroundings;

  @Mixin private DataChoice data = new DataChoice();

  DataCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    DataContext context = data.context(surroundings);
    DataSource source = data.source(context);
    Dataset dataset = source.load(context);
    surroundings.out().println(source.describe(context));
    surroundings
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%,d examples to train on, %,d to test on, each %s, with %s",
                dataset.train().size(),
                dataset.test().size(),
                dataset.input(),
                dataset.train().targets().describe()));
    dataset.sha256().forEach((file, hash) -> surroundings.out().println(hash + "  " + file));
  }
}
