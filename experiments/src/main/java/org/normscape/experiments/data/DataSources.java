package org.normscape.experiments.data;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;

/** The data sets that can be named: ours, and those of any jar on the class path. */
public final class DataSources {

  private DataSources() {}

  /** The name of each, such as {@code fashion-mnist}. */
  public static List<String> names() {
    return ServiceLoader.load(DataSource.class).stream()
        .map(provider -> name(provider.type()))
        .sorted()
        .toList();
  }

  /**
   * The data set of this name with its default settings; hyphens and capitals do not matter.
   *
   * @throws UserError when there is none
   */
  public static DataSource named(String name) {
    return ServiceLoader.load(DataSource.class).stream()
        .filter(provider -> bare(name(provider.type())).equals(bare(name)))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "data: must be one of %s, but it is \"%s\". To fix: %s."
                        .formatted(names(), name, Nearest.remedy(name, names()))))
        .get();
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String bare(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
