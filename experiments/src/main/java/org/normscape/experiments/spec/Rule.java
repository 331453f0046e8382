package org.normscape.experiments.spec;

import java.io.Serial;

/**
 * Says that a component of a record breaks a rule. Thrown by {@link #require} in compact
 * constructors; the binder adds where the value was written.
 */
final class Rule extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final String key;
  private final String said;

  private Rule(String key, String said) {
    super(key + ": " + said);
    this.key = key;
    this.said = said;
  }

  /**
   * Throws unless the rule holds.
   *
   * @param holds whether it does
   * @param key the key of the value, in kebab-case
   * @param rule what must hold, such as {@code must be greater than 0}
   * @param given the value
   */
  static void require(boolean holds, String key, String rule, Object given) {
    if (!holds) {
      throw new Rule(
          key, "%s, but it is %s. To fix: set a value that is allowed.".formatted(rule, given));
    }
  }

  /** Throws unless the number is finite and greater than 0. */
  static void positive(String key, double given) {
    require(given > 0 && Double.isFinite(given), key, "must be greater than 0", number(given));
  }

  /** Throws unless the number is finite and not negative. */
  static void notNegative(String key, double given) {
    require(given >= 0 && Double.isFinite(given), key, "must be 0 or more", number(given));
  }

  private static Object number(double given) {
    return given == Math.rint(given) && Math.abs(given) < 1e15 ? (Object) (long) given : given;
  }

  /** The key of the value that breaks the rule. */
  String key() {
    return key;
  }

  /** The rule, the value and the remedy. */
  String said() {
    return said;
  }
}
