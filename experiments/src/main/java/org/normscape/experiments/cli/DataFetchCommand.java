package org.normscape.experiments.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Fetch;
import org.normscape.experiments.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape data fetch}: brings a data set into the cache. */
@Command(
    name = "fetch",
    description =
        "Brings a data set from its home page into the cache and checks it. An interrupted download goes on where it stopped.",
    mixinStandardHelpOptions = true)
final class DataFetchCommand implements Runnable {

  /** The data sets that can be fetched. */
  enum Name {
    CIFAR10
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "NAME", description = "The data set: cifar10.")
  private Name name = Name.CIFAR10;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Where the archive is; ${DEFAULT-VALUE} if not given.")
  private URI from = Fetch.HOME;

  DataFetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Path folder = DataSource.cache(surroundings.environment(), surroundings.home());
    try (Progress progress = Screens.progress(surroundings)) {
      progress.note("fetching " + name.name().toLowerCase(Locale.ROOT) + " from " + from);
      new Fetch(from, folder).run(new Bytes(progress));
    }
    surroundings.out().println(folder);
  }

  /** Bytes as progress in megabytes. */
  private static final class Bytes implements Fetch.Listener {

    private static final long MEGABYTE = 1_000_000;

    private final Progress progress;
    private long told = -1;

    Bytes(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void received(long have, long total) {
      long now = have / MEGABYTE;
      if (told < 0) {
        progress.begin("megabytes", total / MEGABYTE);
        told = 0;
      }
      if (now > told) {
        progress.advance(now - told, now + " MB");
        told = now;
      }
    }
  }
}
