package org.normscape.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code normscape data path}: what a run would use. */
@Command(
    name = "path",
    description = "Says which data a run would use, from where and why.",
    mixinStandardHelpOptions = true)
final class DataPathCommand implements Runnable {

  private final Surroundings surroundings;

  @Mixin private DataName name = new DataName();

  @Mixin private DataOption data = new DataOption();

  DataPathCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    surroundings.out().println(name.source().describe(data.context(surroundings)));
  }
}
