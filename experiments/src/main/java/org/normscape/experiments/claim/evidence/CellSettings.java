package org.normscape.experiments.claim.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the networks of an experiment are set to.
 *
 * @param byName the whole configuration of each network, in order
 */
public record CellSettings(Map<String, JsonNode> byName) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public CellSettings {
    byName = new LinkedHashMap<>(byName);
  }

  /** The settings in the list {@code cells} of a configuration. */
  public static CellSettings of(JsonNode cells) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    cells.forEach(cell -> byName.put(cell.path("name").asText(), cell));
    return new CellSettings(byName);
  }

  /**
   * The settings of an experiment.
   *
   * @param tree it as maps, lists and scalars, with the list {@code cells}
   */
  public static CellSettings ofTree(Object tree) {
    return of(JSON.valueToTree(tree).path("cells"));
  }

  /** The names of the networks, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** A setting of a network that is a number, such as {@code optimizer.learning-rate}. */
  public OptionalDouble number(String cell, String key) {
    JsonNode found = byName.getOrDefault(cell, JSON.missingNode());
    for (String part : key.split("[.]", -1)) {
      found = found.path(part);
    }
    return found.isNumber() ? OptionalDouble.of(found.doubleValue()) : OptionalDouble.empty();
  }

  /** The keys of a network's settings that are numbers. */
  public List<String> numbers(String cell) {
    List<String> keys = new ArrayList<>();
    collect("", byName.getOrDefault(cell, JSON.missingNode()), keys);
    return keys;
  }

  private static void collect(String path, JsonNode group, List<String> keys) {
    group
        .properties()
        .forEach(
            entry -> {
              String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              if (entry.getValue().isNumber()) {
                keys.add(key);
              }
              collect(key, entry.getValue(), keys);
            });
  }
}
