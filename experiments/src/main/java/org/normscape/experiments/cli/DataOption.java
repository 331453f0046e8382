package org.normscape.experiments.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.normscape.experiments.data.DataSource;
import picocli.CommandLine.Option;

/** The option {@code --data}. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder of CIFAR-10's binary version. Without it: NORMSCAPE_DATA, else the cache, else an embedded data set.")
  private Optional<Path> folder = Optional.empty();

  /** Where examples come from. */
  DataSource source(Surroundings surroundings) {
    return DataSource.resolve(folder, surroundings.environment(), surroundings.home());
  }
}
