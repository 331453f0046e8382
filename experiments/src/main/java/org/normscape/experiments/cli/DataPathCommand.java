package org.normscape.experiments.cli;

import org.normscape.experiments.data.DataContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code normscape data path}: what a run would use. */
@Command(
    name = "path",
    description = "Says which data a run would use, from where and why.",
    mixinStandardHelpOptions = true)
final class DataPathCommand implements Runnable {

  private final Surroundings surroundings;

  @Mixin private DataChoice data = new DataChoice();

  DataPathCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    DataContext context = data.context(surroundings);
    surroundings.out().println(data.source(context).describe(context));
  }
}
