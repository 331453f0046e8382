package org.normscape.experiments.data.source;

import java.nio.file.Path;
import java.util.Optional;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.own.Place;

/**
 * Data of one's own, of any name and size: examples in a form that other programs write. Its place
 * is that of {@code --data}, else the component {@code folder}, else {@code NORMSCAPE_DATA}.
 */
interface OwnData extends DataSource {

  /** The place that configuration names, if it does. */
  Optional<String> folder();

  /** What lies there, in a few words. */
  String form();

  @Override
  default Optional<DataFolder> folder(DataContext context) {
    return Optional.of(Place.of(folder(), context, form()));
  }

  /** The path of the place. */
  default Path path(DataContext context) {
    return Place.of(folder(), context, form()).path();
  }

  @Override
  default String describe(DataContext context) {
    DataFolder place = Place.of(folder(), context, form());
    return "%s in %s (%s)".formatted(form(), place.path(), place.origin().word());
  }
}
