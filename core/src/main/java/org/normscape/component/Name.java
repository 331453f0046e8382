package org.normscape.component;

import java.util.Locale;

/** The name of a record where people write it: {@code BatchNorm} is {@code batch-norm}. */
public final class Name {

  private Name() {}

  /** Its {@link Word}, or the simple name of its class in small letters, joined by hyphens. */
  public static String of(Class<?> type) {
    Word word = type.getAnnotation(Word.class);
    return word == null ? kebab(type.getSimpleName()) : word.value();
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
