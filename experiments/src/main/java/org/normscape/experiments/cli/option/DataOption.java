package org.normscape.experiments.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.spec.CellSpec;
import picocli.CommandLine.Option;

/** The option {@code --data}. */
public final class DataOption {

  /** The seed of data that is drawn: it is the same for all seeds of a run. */
  private static final long SEED = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder of the data: of CIFAR-10, CIFAR-100, MNIST or Fashion-MNIST, of images in a sub-folder for each class, or a file .npz or .csv. Without it: NORMSCAPE_DATA, else the cache, else images that come with Normscape.")
  private Optional<Path> folder = Optional.empty();

  /** The folder that the environment names, where some cell reads it. */
  Optional<Path> fromEnvironment(Surroundings surroundings, List<CellSpec> cells) {
    DataContext context = context(surroundings);
    boolean isRead =
        cells.stream()
            .map(cell -> cell.data().source().resolve(context))
            .flatMap(source -> source.folder(context).stream())
            .anyMatch(folder -> folder.origin() == DataFolder.Origin.VARIABLE);
    return context.named().map(DataFolder::path).filter(named -> isRead);
  }

  /** What data sources take from outside. */
  public DataContext context(Surroundings surroundings) {
    return new DataContext(folder, surroundings.environment(), surroundings.home(), SEED);
  }
}
