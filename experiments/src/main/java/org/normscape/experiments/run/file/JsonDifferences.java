package org.normscape.experiments.run.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two pieces of JSON differ, key by key. Lists of groups with names are compared by name. */
public final class JsonDifferences {

  private static final String NAME = "name";

  private final Set<String> free;
  private final List<String> found = new ArrayList<>();

  private JsonDifferences(Set<String> free) {
    this.free = free;
  }

  /** Each difference as {@code path (one, other)}. */
  public static List<String> between(JsonNode one, JsonNode other) {
    return between("", one, other, Set.of());
  }

  /**
   * Each difference as {@code path (one, other)}.
   *
   * @param path what the paths begin with
   * @param free the keys at the top that may differ
   */
  public static List<String> between(String path, JsonNode one, JsonNode other, Set<String> free) {
    JsonDifferences differences = new JsonDifferences(free);
    differences.compare(path, one, other);
    return List.copyOf(differences.found);
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
      found.add("%s (%s, %s)".formatted(path, one, other));
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!path.isEmpty() || !free.contains(name)) {
        compare(path.isEmpty() ? name : path + "." + name, one.path(name), other.path(name));
      }
    }
  }

  /** Whether a value is a list of groups with names, such as the cells. */
  private static boolean isNamed(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.path(0).path(NAME).isTextual();
  }

  private static JsonNode byName(JsonNode list) {
    ObjectNode byName = JsonNodeFactory.instance.objectNode();
    list.forEach(item -> byName.set(item.path(NAME).asText(), item));
    return byName;
  }
}
