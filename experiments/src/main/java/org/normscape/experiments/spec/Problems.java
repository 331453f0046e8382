package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.Collection;
import java.util.Map;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;

/** What can be wrong with configuration, said with the key, the place and the remedy. */
final class Problems {

  private Problems() {}

  /** A key inside the group at {@code path}. */
  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static void rejectUnknown(String path, ConfigObject object, Collection<String> keys) {
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw UserError.usage(
            "%s: there is no such key%s, only %s, but it was set. To fix: %s."
                .formatted(
                    at(join(path, entry.getKey()), entry.getValue()),
                    path.isEmpty() ? "" : " in " + path,
                    keys,
                    Nearest.remedy(entry.getKey(), keys)));
      }
    }
  }

  static UserError missing(String path, ConfigObject object, String key, String wanted) {
    return UserError.usage(
        "%s: must be %s, but it is missing. To fix: set %s."
            .formatted(at(join(path, key), object), wanted, join(path, key)));
  }

  static UserError wrongType(String path, ConfigValue value, String wanted) {
    return UserError.usage(
        "%s: must be %s, but it is %s. To fix: write %s."
            .formatted(at(path, value), wanted, text(value), wanted));
  }

  static UserError notOneOf(
      String path, ConfigValue value, String given, Collection<String> words) {
    return UserError.usage(
        "%s: must be one of %s, but it is \"%s\". To fix: %s."
            .formatted(at(path, value), words, given, Nearest.remedy(given, words)));
  }

  static UserError broken(String path, ConfigObject object, Rule rule) {
    ConfigValue value = object.getOrDefault(rule.key(), object);
    return UserError.usage(at(join(path, rule.key()), value) + ": " + rule.said());
  }

  private static String text(ConfigValue value) {
    return value.render(ConfigRenderOptions.concise());
  }

  /** The key and where its value was written. */
  private static String at(String path, ConfigValue value) {
    return "%s (%s)".formatted(path, place(value.origin()));
  }

  private static String place(ConfigOrigin origin) {
    String description = origin.description();
    return description.startsWith("--") ? description.replaceAll(": \\d+$", "") : description;
  }
}
