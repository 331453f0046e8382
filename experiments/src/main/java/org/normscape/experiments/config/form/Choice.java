package org.normscape.experiments.config.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.config.kind.Names;

/**
 * A constant of an enum, by its name.
 *
 * @param type the enum
 */
record Choice(Class<?> type) implements Form {

  @Override
  public Optional<Object> read(Setting setting, Optional<Object> initial) {
    String given = String.valueOf(setting.value().unwrapped());
    Optional<Object> chosen =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> Names.same(name(constant), given))
            .findFirst()
            .map(constant -> constant);
    if (chosen.isEmpty()) {
      notOneOf(setting, given, names());
    }
    return chosen;
  }

  /** Notes a word that is not among those allowed. */
  static void notOneOf(Setting setting, String given, List<String> words) {
    setting
        .problems()
        .add(
            setting.path(),
            setting.value().origin(),
            "must be one of %s, but it is \"%s\". To fix: %s."
                .formatted(words, given, Nearest.remedy(given, words)));
  }

  @Override
  public Object write(Object value) {
    return name(value);
  }

  @Override
  public String words() {
    return "one of " + names();
  }

  @Override
  public Optional<Class<?>> vocabulary() {
    return Optional.of(type);
  }

  private List<String> names() {
    return Arrays.stream(type.getEnumConstants()).map(Choice::name).toList();
  }

  private static String name(Object constant) {
    return Names.kebab((Enum<?>) constant);
  }
}
