package org.normscape.experiments.report.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of cells, by their paths.
 *
 * @param byCell of each cell
 */
public record Settings(Map<String, Map<String, String>> byCell) {

  private static final String NAME = "name";

  /** Those in a run's configuration. */
  public static Settings of(JsonNode config) {
    Map<String, Map<String, String>> byCell = new LinkedHashMap<>();
    for (JsonNode cell : config.path("cells")) {
      Map<String, String> settings = new LinkedHashMap<>();
      collect("", cell, settings);
      byCell.put(cell.path(NAME).asText(), settings);
    }
    return new Settings(byCell);
  }

  private static void collect(String path, JsonNode value, Map<String, String> settings) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry ->
                  collect(
                      path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                      entry.getValue(),
                      settings));
    } else {
      settings.put(path, value.isValueNode() ? value.asText() : value.toString());
    }
  }

  /** The paths at which cells differ, in order. */
  private List<String> varied() {
    Set<String> paths = new LinkedHashSet<>();
    byCell.values().forEach(settings -> paths.addAll(settings.keySet()));
    paths.remove(NAME);
    paths.removeIf(
        path ->
            byCell.values().stream().map(it -> it.getOrDefault(path, "")).distinct().count() == 1);
    return List.copyOf(paths);
  }

  /** A column for each setting in which cells differ, with one row for each of these cells. */
  List<Column<?>> columns(List<String> cells) {
    List<Column<?>> columns = new ArrayList<>();
    for (String path : varied()) {
      columns.add(Column.settings(path, cells.stream().map(cell -> at(cell, path)).toList()));
    }
    return columns;
  }

  /** What a cell is set to; empty where it has no such setting. */
  private String at(String cell, String path) {
    return byCell.getOrDefault(cell, Map.of()).getOrDefault(path, "");
  }
}
