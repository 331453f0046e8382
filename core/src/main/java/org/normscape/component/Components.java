package org.normscape.component;

import java.util.Locale;

/** The rules that components of records share. Compact constructors call them. */
public final class Components {

  private static final String REMEDY = "set a value that is allowed";

  private Components() {}

  /**
   * Throws unless a rule holds.
   *
   * @param holds whether it does
   * @param record the record that is being made
   * @param component the name of the component
   * @param rule what must hold, such as {@code must be in [0, 1]}
   * @param given the value
   * @throws InvalidComponent when it does not hold
   */
  public static void require(
      boolean holds, Class<?> record, String component, String rule, Object given) {
    require(holds, record, component, rule, given, REMEDY);
  }

  /** As {@link #require(boolean, Class, String, String, Object)}, with a remedy of its own. */
  public static void require(
      boolean holds, Class<?> record, String component, String rule, Object given, String remedy) {
    if (!holds) {
      throw new InvalidComponent(
          record,
          component,
          String.format(Locale.ROOT, "%s, but it is %s. To fix: %s.", rule, text(given), remedy));
    }
  }

  /**
   * Checks a component that has components of its own.
   *
   * @param record the record
   * @param component the name of its component
   * @param check checks that component
   * @throws InvalidComponent that names both, when the check throws one
   */
  public static void within(Class<?> record, String component, Runnable check) {
    try {
      check.run();
    } catch (InvalidComponent e) {
      throw e.within(record, component);
    }
  }

  /** Throws unless a number is finite and greater than 0. */
  public static void positive(Class<?> record, String component, double given) {
    require(
        given > 0 && given < Double.POSITIVE_INFINITY,
        record,
        component,
        "must be greater than 0",
        given);
  }

  /** Throws unless a number is finite and at least 0. */
  public static void notNegative(Class<?> record, String component, double given) {
    require(
        given >= 0 && given < Double.POSITIVE_INFINITY,
        record,
        component,
        "must be at least 0",
        given);
  }

  /** Throws unless a count is at least 1. */
  public static void count(Class<?> record, String component, int given) {
    require(given >= 1, record, component, "must be at least 1", given);
  }

  /** Throws unless a number is in [0, 1]. */
  public static void fraction(Class<?> record, String component, double given) {
    require(given >= 0 && given <= 1, record, component, "must be in [0, 1]", given);
  }

  private static Object text(Object given) {
    return given instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf(number.longValue())
        : given;
  }
}
