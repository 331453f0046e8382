package org.normscape.experiments.cli.option;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.DataSources;
import org.normscape.experiments.data.source.Auto;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that choose a data set: its name, or where it lies. */
public final class DataChoice {

  private static final String PATH = "data.source";

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description =
          "The data set, such as cifar10 or stripes, or a folder or file of your own; ${DEFAULT-VALUE}, which is what a run uses that says nothing else, if not given.",
      defaultValue = "auto")
  private String name = "auto";

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes one setting of the data set, such as label=species; \"normscape describe NAME\" shows them. May be repeated; the last one wins.")
  private List<String> settings = new ArrayList<>();

  /** What data sources take from outside. */
  public DataContext context(Surroundings surroundings) {
    DataContext context = data.context(surroundings);
    Optional<Path> place = place();
    if (place.isPresent() && context.asked().isPresent()) {
      throw UserError.usage(
          "--data: must not be given where the data is named by its place, \"%s\", but it is \"%s\". To fix: leave one of them out."
              .formatted(name, context.asked().get()));
    }
    return new DataContext(
        place.or(context::asked), context.environment(), context.home(), context.seed());
  }

  /**
   * The data set.
   *
   * @throws UserError when there is none of this name, or a setting is not allowed
   */
  public DataSource source(DataContext context) {
    checkThere();
    DataSource source = place().isPresent() ? new Auto() : DataSources.named(name);
    return settings.isEmpty() ? source : set(source.resolve(context));
  }

  private void checkThere() {
    boolean isPath = name.contains("/") || name.contains(".");
    if (isPath && place().isEmpty()) {
      throw UserError.failure(
          "data: \"%s\" must be a folder or a file, but it does not exist. To fix: check the path, or name one of %s."
              .formatted(name, DataSources.names()));
    }
  }

  private DataSource set(DataSource source) {
    Config all = ConfigFactory.parseMap(Map.of("kind", DataSources.name(source)));
    for (Config setting : SpecOptions.settings(settings)) {
      all = all.withFallback(setting);
    }
    return Binder.of(Thread.currentThread().getContextClassLoader())
        .bind(PATH, all.root(), DataSource.class);
  }

  /** The folder or the file, where the argument names one instead of a data set. */
  private Optional<Path> place() {
    boolean isName =
        DataSources.names().stream()
            .anyMatch(known -> known.equalsIgnoreCase(name.replace('_', '-')));
    return Optional.of(name).filter(it -> !isName).map(Path::of).filter(Files::exists);
  }
}
