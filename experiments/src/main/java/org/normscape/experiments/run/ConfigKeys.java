package org.normscape.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunFiles;

/**
 * The keys at the top of a run's {@code config.json}, each with the SHA-256 of what it is set to:
 * by these a run that goes on knows what was edited since it began.
 */
final class ConfigKeys {

  private static final String KEYS = "configKeys";

  private ConfigKeys() {}

  /** Those of a configuration. */
  static Map<String, String> of(JsonNode config) {
    Map<String, String> keys = new TreeMap<>();
    config.properties().forEach(key -> keys.put(key.getKey(), RunDirectory.sha256(key.getValue())));
    return keys;
  }

  /**
   * Checks that a run's configuration is what it was when the run began.
   *
   * @throws UserError when it is not; the message names the keys
   */
  static void checkUnchanged(RunDirectory run) throws IOException {
    JsonNode before = RunFiles.provenance(run.path()).path(KEYS);
    if (before.isEmpty()) {
      return;
    }
    Map<String, String> now = of(RunFiles.config(run.path()));
    TreeSet<String> all = new TreeSet<>(now.keySet());
    before.fieldNames().forEachRemaining(all::add);
    List<String> changed = new ArrayList<>();
    for (String key : all) {
      if (!Objects.equals(before.path(key).asText(""), now.getOrDefault(key, ""))) {
        changed.add(key);
      }
    }
    if (!changed.isEmpty()) {
      throw UserError.usage(
          "%s: a run goes on only as what it was, but these keys of its config.json have changed since: %s. To fix: undo that, or start a new run."
              .formatted(run.path(), String.join(", ", changed)));
    }
  }
}
