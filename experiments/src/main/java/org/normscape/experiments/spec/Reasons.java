package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why an experiment's file says what it says: the comments before its settings.
 *
 * @param byPath the comment of each setting or group that has one, as one line
 */
record Reasons(Map<String, String> byPath) {

  /** The comments of a file. */
  static Reasons of(ConfigObject file) {
    Map<String, String> found = new LinkedHashMap<>();
    collect("", file, found);
    return new Reasons(found);
  }

  private static void collect(String path, ConfigObject group, Map<String, String> found) {
    for (Map.Entry<String, ConfigValue> entry : group.entrySet()) {
      String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      List<String> comments = entry.getValue().origin().comments();
      if (!comments.isEmpty()) {
        found.put(key, String.join(" ", comments.stream().map(String::strip).toList()).strip());
      }
      if (entry.getValue() instanceof ConfigObject inner) {
        collect(key, inner, found);
      }
    }
  }

  /** The comment of a setting. */
  Optional<String> of(String path) {
    return Optional.ofNullable(byPath.get(path)).filter(text -> !text.isEmpty());
  }
}
