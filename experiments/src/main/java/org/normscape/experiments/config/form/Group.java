package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * A group of keys where it is written.
 *
 * @param path the names of the groups that it lies in, and its own
 * @param object its keys and values
 * @param problems what is found to be wrong
 */
record Group(String path, ConfigObject object, Problems problems) {

  /** What is written under a key. */
  Optional<Setting> at(String key) {
    return Optional.ofNullable(object.get(key))
        .map(value -> new Setting(Paths.join(path, key), value, problems));
  }

  /** Notes every key that is not among these. */
  void allow(Collection<String> keys) {
    object.entrySet().stream()
        .filter(entry -> !keys.contains(entry.getKey()))
        .sorted(
            Comparator.<Map.Entry<String, ConfigValue>>comparingInt(
                    entry -> entry.getValue().origin().lineNumber())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> problems.unknown(path, entry.getKey(), entry.getValue().origin(), keys));
  }

  /** Notes that a key must be there and is not. */
  void missing(String key, String words) {
    String full = Paths.join(path, key);
    problems.add(
        full,
        object.origin(),
        "must be %s, but it is missing. To fix: set %s.".formatted(words, full));
  }

  /** Notes what is wrong with a key, at the place of its value or, if it has none, of the group. */
  void wrong(String key, String said) {
    ConfigValue place = object.getOrDefault(key, object);
    problems.add(Paths.join(path, key), place.origin(), said);
  }

  /** Notes what is wrong with the group as a whole. */
  void wrong(String said) {
    problems.add(path, object.origin(), said);
  }
}
