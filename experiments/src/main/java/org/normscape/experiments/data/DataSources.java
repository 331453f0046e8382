package org.normscape.experiments.data;

import java.util.List;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Kinds;

/** The data sets that can be named: ours, and those of any jar on the class path. */
public final class DataSources {

  private DataSources() {}

  /** The name of each, such as {@code fashion-mnist}. */
  public static List<String> names() {
    return kinds().names(DataSource.class);
  }

  /**
   * The data set of this name with its default settings; hyphens and capitals do not matter.
   *
   * @throws UserError when there is none
   */
  public static DataSource named(String name) {
    return kinds()
        .named(DataSource.class, name)
        .flatMap(Kind::standard)
        .map(DataSource.class::cast)
        .orElseThrow(
            () ->
                UserError.usage(
                    "data: must be one of %s, but it is \"%s\". To fix: %s."
                        .formatted(names(), name, Nearest.remedy(name, names()))));
  }

  /** The data that lies in a folder, as each kind sees it; kinds by name. */
  public static List<DataSource> in(DataFolder place) {
    return kinds().of(DataSource.class).stream()
        .flatMap(kind -> kind.standard().stream())
        .map(DataSource.class::cast)
        .flatMap(source -> source.in(place).stream())
        .toList();
  }

  /** The word by which configuration chooses a data set. */
  public static String name(DataSource source) {
    return Kind.of(source.getClass()).name();
  }

  private static Kinds kinds() {
    return new Kinds(Thread.currentThread().getContextClassLoader());
  }
}
