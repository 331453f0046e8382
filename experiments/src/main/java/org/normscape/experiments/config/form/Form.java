package org.normscape.experiments.config.form;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values of one type are written in configuration. */
public interface Form {

  /**
   * The value that is written in a setting; empty when it is not allowed, and then the setting's
   * problems say why.
   *
   * @param initial the value that holds where nothing is written
   */
  Optional<Object> read(Setting setting, Optional<Object> initial);

  /** A value as a tree of maps, lists and scalars; {@code null} where there is none. */
  @Nullable Object write(Object value);

  /** What is allowed, such as {@code a whole number}. */
  String words();

  /** The value of a key that is neither set nor has a default; empty when it must be set. */
  default Optional<Object> absent() {
    return Optional.empty();
  }

  /**
   * The value of an entry of a map that goes by this name and says nothing else: the kind of that
   * name with its defaults, where there is one.
   */
  default Optional<Object> named(String name) {
    return Optional.empty();
  }

  /** The enum or the interface whose names are allowed, for those who explain them. */
  default Optional<Class<?>> vocabulary() {
    return Optional.empty();
  }

  /** The keys by which a value is set: one, unless it is a record, which has more. */
  default Stream<Key> keys(Key key) {
    return Stream.of(key);
  }
}
