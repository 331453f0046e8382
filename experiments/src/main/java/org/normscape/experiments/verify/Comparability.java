package org.normscape.experiments.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;

/** Whether two runs did the same: only then does it mean anything to compare their numbers. */
final class Comparability {

  /** The settings in which runs that are compared may differ. */
  private static final Set<String> FREE = Set.of("backend", "device");

  private static final int SHOWN = 5;

  private final List<String> differences = new ArrayList<>();

  private Comparability() {}

  /**
   * Checks that two runs differ in nothing but the backend and the device.
   *
   * @throws UserError when they do; the message says in what
   */
  static void check(RunRecord one, RunRecord other) {
    Comparability found = new Comparability();
    found.compare("", one.config(), other.config());
    JsonNode data = one.provenance().path("data");
    for (Iterator<String> cells = data.fieldNames(); cells.hasNext(); ) {
      String cell = cells.next();
      JsonNode there = other.provenance().path("data").path(cell);
      found.compare("data of " + cell, data.path(cell).path("sha256"), there.path("sha256"));
    }
    List<String> differences = found.differences;
    if (!differences.isEmpty()) {
      int left = differences.size() - SHOWN;
      throw UserError.usage(
          "compare: two runs must differ in nothing but backend and device, but %s and %s differ in %s%s. To fix: compare runs of one experiment at one scale, with the same seeds, numerics and settings, on the same data."
              .formatted(
                  one.name(),
                  other.name(),
                  String.join(", ", differences.subList(0, Math.min(SHOWN, differences.size()))),
                  left > 0 ? " and %s more settings".formatted(left) : ""));
    }
  }

  private void compare(String path, JsonNode one, JsonNode other) {
    if (one.equals(other)) {
      return;
    }
    if (isNamed(one) && isNamed(other)) {
      compare(path, byName(one), byName(other));
      return;
    }
    if (!one.isObject() || !other.isObject()) {
      differences.add("%s (%s, %s)".formatted(path, one, other));
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!path.isEmpty() || !FREE.contains(name)) {
        compare(path.isEmpty() ? name : path + "." + name, one.path(name), other.path(name));
      }
    }
  }

  /** Whether a value is a list of groups with names, such as the cells. */
  private static boolean isNamed(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.path(0).path("name").isTextual();
  }

  private static JsonNode byName(JsonNode list) {
    ObjectNode byName = JsonNodeFactory.instance.objectNode();
    list.forEach(item -> byName.set(item.path("name").asText(), item));
    return byName;
  }
}
