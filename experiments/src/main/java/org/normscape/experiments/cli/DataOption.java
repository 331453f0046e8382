package org.normscape.experiments.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.normscape.experiments.data.DataContext;
import picocli.CommandLine.Option;

/** The option {@code --data}. */
final class DataOption {

  /** The seed of data that is drawn: it is the same for all seeds of a run. */
  private static final long SEED = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder of CIFAR-10's binary version, or of Fashion-MNIST. Without it: NORMSCAPE_DATA, else the cache, else images that come with Normscape.")
  private Optional<Path> folder = Optional.empty();

  /** What data sources take from outside. */
  DataContext context(Surroundings surroundings) {
    return new DataContext(folder, surroundings.environment(), surroundings.home(), SEED);
  }
}
