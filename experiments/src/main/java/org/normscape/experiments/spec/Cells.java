package org.normscape.experiments.spec;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Overlay;

/**
 * The cells of an experiment's file: each is an overlay of what the file says for all of them, and
 * {@code axes} make several of each.
 *
 * @param overlay lays configuration over configuration
 */
record Cells(Overlay overlay) {

  static final String CELLS = "cells";
  private static final String NAME = "name";

  /** The name of a cell that has none. */
  private static final String NETWORK = "network";

  /** Where a cell stands in the list in which it was written. */
  private static final String POSITION = "position-in-list";

  /** The file with a list of cells made into groups by their names, which can be merged. */
  static ConfigObject named(ConfigObject file) {
    if (!(file.get(CELLS) instanceof ConfigList list)) {
      return file;
    }
    Map<String, ConfigObject> byName = new LinkedHashMap<>();
    for (ConfigValue item : list) {
      ConfigObject cell = group(item);
      ConfigValue name = cell.get(NAME);
      String key = name == null ? "cell-" + (byName.size() + 1) : String.valueOf(name.unwrapped());
      ConfigValue position = ConfigValueFactory.fromAnyRef(byName.size());
      if (byName.put(key, cell.withoutKey(NAME).withValue(POSITION, position)) != null) {
        throw UserError.usage(
            "cells (%s): must have different names, but \"%s\" is there twice. To fix: rename one."
                .formatted(place(item.origin()), key));
      }
    }
    ConfigObject groups =
        ConfigValueFactory.fromMap(byName, list.origin().description()).withOrigin(list.origin());
    return file.withValue(CELLS, groups);
  }

  /** Overlays a file or settings on a file; a list of cells takes the place of those beneath. */
  ConfigObject over(ConfigObject above, ConfigObject beneath) {
    ConfigObject under =
        above.get(CELLS) instanceof ConfigList ? beneath.withoutKey(CELLS) : beneath;
    return overlay.over(named(above), under);
  }

  /**
   * Checks that settings of single cells are of cells that there are.
   *
   * @throws UserError when one is not
   */
  static void checkNamed(ConfigObject settings, ConfigObject file) {
    if (settings.get(CELLS) instanceof ConfigObject cells
        && file.get(CELLS) instanceof ConfigObject there) {
      for (Map.Entry<String, ConfigValue> cell : cells.entrySet()) {
        if (!there.containsKey(cell.getKey())) {
          List<String> names = List.copyOf(new TreeMap<>(there).keySet());
          throw UserError.usage(
              "cells.%s (%s): there is no such cell, only %s, but it was set. To fix: %s."
                  .formatted(
                      cell.getKey(),
                      option(cell.getValue().origin()),
                      names,
                      Nearest.remedy(cell.getKey(), names)));
        }
      }
    }
  }

  /**
   * Each cell by itself and complete: what the file says for all, with what the cell says over it.
   *
   * @param file a file whose cells have names
   * @param header the keys that belong to the experiment and not to a cell
   */
  Map<String, ConfigObject> complete(ConfigObject file, Set<String> header) {
    ConfigObject common = file.withoutKey(CELLS).withoutKey(Axes.AXES).withoutKey(Axes.EXCLUDE);
    for (String key : header) {
      common = common.withoutKey(key);
    }
    Map<String, ConfigObject> overlays = overlays(file);
    Map<String, Map<String, ConfigObject>> byCell = new LinkedHashMap<>();
    overlays.keySet().forEach(cell -> byCell.put(cell, new LinkedHashMap<>()));
    for (Map.Entry<String, ConfigObject> point : new Axes(overlay).points(file).entrySet()) {
      for (Map.Entry<String, ConfigObject> cell :
          at(point.getValue(), overlays, common).entrySet()) {
        if (!Axes.excludes(file, cell.getValue())) {
          byCell
              .computeIfAbsent(cell.getKey(), key -> new LinkedHashMap<>())
              .put(cell.getKey() + point.getKey(), cell.getValue());
        }
      }
    }
    Map<String, ConfigObject> cells = new LinkedHashMap<>();
    byCell.values().forEach(cells::putAll);
    cells.replaceAll((name, cell) -> cell.withValue(NAME, ConfigValueFactory.fromAnyRef(name)));
    return cells;
  }

  /**
   * The cells at a point, whose settings lie over theirs. Cells that differ in nothing else than
   * what the point sets are one there, under all their names.
   */
  private Map<String, ConfigObject> at(
      ConfigObject point, Map<String, ConfigObject> overlays, ConfigObject common) {
    if (point.isEmpty()) {
      Map<String, ConfigObject> all = new LinkedHashMap<>();
      overlays.forEach((name, cell) -> all.put(name, overlay.over(cell, common)));
      return all;
    }
    Map<ConfigObject, String> names = new LinkedHashMap<>();
    overlays.forEach(
        (name, cell) ->
            names.merge(
                overlay.over(point, overlay.over(cell, common)),
                name,
                (one, two) -> one + "+" + two));
    Map<String, ConfigObject> cells = new LinkedHashMap<>();
    names.forEach((cell, name) -> cells.put(isAll(name, overlays) ? NETWORK : name, cell));
    return cells;
  }

  private static boolean isAll(String name, Map<String, ConfigObject> overlays) {
    return overlays.size() > 1 && name.equals(String.join("+", overlays.keySet()));
  }

  /**
   * What each cell says, in the order in which they were written; one that says nothing if none.
   */
  private static Map<String, ConfigObject> overlays(ConfigObject file) {
    if (!(file.get(CELLS) instanceof ConfigObject cells)) {
      return Map.of(NETWORK, ConfigValueFactory.fromMap(Map.of()));
    }
    List<Map.Entry<String, ConfigValue>> ordered = new ArrayList<>(cells.entrySet());
    ordered.sort(
        Comparator.comparingInt((Map.Entry<String, ConfigValue> cell) -> position(cell.getValue()))
            .thenComparing(cell -> cell.getValue().origin().lineNumber())
            .thenComparing(Map.Entry::getKey));
    Map<String, ConfigObject> overlays = new LinkedHashMap<>();
    ordered.forEach(
        cell -> overlays.put(cell.getKey(), group(cell.getValue()).withoutKey(POSITION)));
    return overlays;
  }

  private static int position(ConfigValue cell) {
    ConfigValue position = group(cell).get(POSITION);
    return position == null ? Integer.MAX_VALUE : ((Number) position.unwrapped()).intValue();
  }

  static ConfigObject group(ConfigValue cell) {
    if (cell instanceof ConfigObject object) {
      return object;
    }
    throw UserError.usage(
        "cells (%s): each must be a group of keys in braces, but one is %s. To fix: write { name = a, normalization = batch-norm }."
            .formatted(place(cell.origin()), cell.unwrapped()));
  }

  /** The option of the command line that set something; its text is all in line 1. */
  static String option(ConfigOrigin origin) {
    return place(origin).replaceFirst(": \\d+$", "");
  }

  private static String place(ConfigOrigin origin) {
    return origin.description();
  }
}
