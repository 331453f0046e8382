package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.DataSources;
import org.normscape.experiments.data.Dataset;

/**
 * Whatever examples are at hand: those in the folder of {@code --data}, else of {@code
 * NORMSCAPE_DATA}, whose form is recognized; else CIFAR-10 where it was fetched; else the part of
 * Fashion-MNIST that comes with Normscape. A run records what was chosen.
 */
@AutoService(DataSource.class)
public record Auto() implements DataSource {

  private static final Predicate<DataSource> IS_OWN = OwnData.class::isInstance;

  @Override
  public DataSource resolve(DataContext context) {
    return context
        .named()
        .map(Auto::recognized)
        .orElseGet(() -> Cifar10.cache(context).exists() ? new Cifar10() : new FashionMnist());
  }

  /** A data set of a name, else data of one's own; CIFAR-10 says what is missing of a folder. */
  private static DataSource recognized(DataFolder place) {
    if (!Files.exists(place.path())) {
      return new Cifar10();
    }
    List<DataSource> found = DataSources.in(place);
    Optional<DataSource> known = found.stream().filter(IS_OWN.negate()).findFirst();
    return known.orElseGet(() -> only(place, found.stream().filter(IS_OWN).toList()));
  }

  private static DataSource only(DataFolder place, List<DataSource> forms) {
    if (forms.size() != 1) {
      List<String> names = forms.stream().map(DataSources::name).toList();
      throw UserError.usage(
          "%s: must hold data of one form that is known, but in \"%s\" there is %s. To fix: name the form with data.source, which is one of %s."
              .formatted(
                  place.origin().word(),
                  place.path(),
                  forms.isEmpty() ? "none" : "more than one: " + String.join(", ", names),
                  DataSources.names()));
    }
    return forms.get(0);
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return resolve(context).folder(context);
  }

  @Override
  public String describe(DataContext context) {
    String chosen = resolve(context).describe(context);
    return folder(context).isPresent() ? chosen : chosen + " (CIFAR-10 was not found)";
  }

  @Override
  public Dataset load(DataContext context) {
    return resolve(context).load(context);
  }
}
