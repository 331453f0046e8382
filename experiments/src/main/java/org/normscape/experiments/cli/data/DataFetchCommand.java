package org.normscape.experiments.cli.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.DataOption;
import org.normscape.experiments.cli.option.JsonOption;
import org.normscape.experiments.cli.surroundings.Screens;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.fetch.Address;
import org.normscape.experiments.data.fetch.Fetch;
import org.normscape.experiments.data.source.Cifar10;
import org.normscape.experiments.run.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape data fetch}: brings a data set into the cache. */
@Command(
    name = "fetch",
    description =
        "Brings a data set from its home page into the cache and checks it. An interrupted download goes on where it stopped.",
    mixinStandardHelpOptions = true)
public final class DataFetchCommand implements Callable<Integer> {

  private static final String CIFAR10 = "cifar10";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "NAME", description = "The data set: cifar10.")
  private String name = CIFAR10;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Where the archive is; CIFAR-10's home page if not given.")
  private String from = Cifar10.HOME.toString();

  @Mixin private JsonOption json = new JsonOption();

  public DataFetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (!name.replace("-", "").equalsIgnoreCase(CIFAR10)) {
      throw UserError.usage(
          "fetch: must name a data set that can be fetched, which is cifar10, but it is \"%s\". To fix: write \"cifar10\"; \"normscape data path NAME\" says where others are looked for."
              .formatted(name));
    }
    URI source = Address.parse("--from", from);
    DataContext context = new DataOption().context(surroundings);
    Path folder = Cifar10.cache(context).path();
    try (Progress progress = Screens.progress(surroundings)) {
      progress.note("fetching CIFAR-10 from " + source);
      new Fetch(Cifar10.FILES, source, folder).run(new Bytes(progress));
    }
    json.forPeople(surroundings).out().println(folder);
    json.print(surroundings, () -> Map.of("folder", folder.toString()));
    return 0;
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
