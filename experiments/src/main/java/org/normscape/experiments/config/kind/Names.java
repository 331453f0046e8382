package org.normscape.experiments.config.kind;

import java.util.Locale;

/** Names as configuration writes them: {@code learning-rate}, {@code batch-norm}. */
public final class Names {

  private Names() {}

  /** The name of a component, a record or a constant: {@code batch-norm} for {@code BatchNorm}. */
  public static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }

  /** The name of a constant: {@code pad-crop} for {@code PAD_CROP}. */
  public static String kebab(Enum<?> constant) {
    return kebab(constant.name());
  }

  /** A name without what look-ups ignore: its hyphens and the case of its letters. */
  public static String plain(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Whether two names are one to a look-up. */
  public static boolean same(String a, String b) {
    return plain(a).equals(plain(b));
  }
}
