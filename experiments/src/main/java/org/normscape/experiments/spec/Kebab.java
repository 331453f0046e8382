package org.normscape.experiments.spec;

import java.util.Locale;

/** Names as configuration writes them: {@code learning-rate}, {@code batch-norm}. */
final class Kebab {

  private Kebab() {}

  /** From a record component or a record: {@code learningRate}, {@code BatchNorm}. */
  static String fromCamel(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** From a constant: {@code PAD_CROP_FLIP}. */
  static String fromConstant(String name) {
    return name.replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
