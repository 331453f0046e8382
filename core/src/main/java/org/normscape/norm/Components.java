package org.normscape.norm;

/** What the components of normalizations have to be. */
final class Components {

  private Components() {}

  /** Checks what is added to a variance under the root. */
  static void epsilon(Class<? extends Normalization> normalization, double epsilon) {
    unless(
        epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY,
        normalization,
        "epsilon",
        "at least 0",
        epsilon);
  }

  static void unless(
      boolean holds,
      Class<? extends Normalization> normalization,
      String name,
      String rule,
      double value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s: %s must be %s, but it is %s. To fix: change it."
              .formatted(normalization.getSimpleName(), name, rule, value));
    }
  }
}
