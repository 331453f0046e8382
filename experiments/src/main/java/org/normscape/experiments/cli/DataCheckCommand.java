package org.normscape.experiments.cli;

import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code normscape data check}: whether the data is what it should be. */
@Command(
    name = "check",
    description = "Reads the data and holds every file against its SHA-256.",
    mixinStandardHelpOptions = true)
final class DataCheckCommand implements Runnable {

  private final Surroundings surroundings;

  @Mixin private DataOption data = new DataOption();

  DataCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    DataSource source = data.source(surroundings);
    Dataset dataset = source.load(RunCommand.DATA_SEED);
    surroundings.out().println(source.describe());
    surroundings
        .out()
        .printf(
            "%,d examples to train on, %,d to test on, %d classes%n",
            dataset.train().size(), dataset.test().size(), dataset.classes().size());
    dataset.sha256().forEach((file, hash) -> surroundings.out().println(hash + "  " + file));
  }
}
