package org.normscape.component;

import java.util.Locale;

/** The name of a record where people write it: {@code BatchNorm} is {@code batch-norm}. */
public final class Name {

  private Name() {}

  /** The simple name of a class in small letters, words joined by hyphens. */
  public static String of(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
