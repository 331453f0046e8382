package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be missing; {@code null} in configuration takes a default away.
 *
 * @param value its form where it is there
 */
record Maybe(Form value) implements Form {

  @Override
  public Optional<Object> read(Setting setting, Optional<Object> initial) {
    if (setting.value().valueType() == ConfigValueType.NULL) {
      return absent();
    }
    return value.read(setting, initial.flatMap(Maybe::inner)).map(Optional::of);
  }

  @Override
  public @Nullable Object write(Object optional) {
    return inner(optional).map(value::write).orElse(null);
  }

  @Override
  public String words() {
    return value.words();
  }

  @Override
  public Optional<Object> absent() {
    return Optional.of(Optional.empty());
  }

  @Override
  public Optional<Class<?>> vocabulary() {
    return value.vocabulary();
  }

  private static Optional<Object> inner(Object optional) {
    return ((Optional<?>) optional).map(inner -> inner);
  }
}
