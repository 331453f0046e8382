package org.normscape.experiments.config.kind;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import org.normscape.component.Name;

/**
 * A record that configuration can choose by its name.
 *
 * @param name the word that chooses it
 * @param type the record
 */
public record Kind(String name, Class<? extends Record> type) {

  /** The kind that a record is. */
  public static Kind of(Class<?> type) {
    return new Kind(Name.of(type), type.asSubclass(Record.class));
  }

  /** The file that the record was loaded from, such as {@code normscape-core-0.1.0.jar}. */
  public String source() {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> Path.of(location.getPath()).getFileName().toString())
        .orElse("the Java platform");
  }

  /** The record with its defaults; empty when it has no public constructor without arguments. */
  public Optional<Record> standard() {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == 0)
        .filter(constructor -> Modifier.isPublic(constructor.getModifiers()))
        .findFirst()
        .map(this::made);
  }

  private Record made(Constructor<?> constructor) {
    try {
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "%s: the constructor without arguments must make a record, but it throws. To fix: give it values that the record allows."
              .formatted(type.getName()),
          e);
    }
  }

  /** The record and where it comes from, as errors name them. */
  String place() {
    return "%s (%s)".formatted(type.getName(), source());
  }
}
