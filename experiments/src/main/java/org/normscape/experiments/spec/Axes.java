package org.normscape.experiments.spec;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Overlay;

/**
 * The settings over which an experiment's file varies all its cells: {@code axes} names paths and
 * {@link AxisValues values}, every combination of which is a point. A path such as {@code
 * "optimizer.learning-rate,data.batch"} varies several settings together, and its values are lists
 * of as many. {@code exclude} lists settings; points at which all of one hold are left out.
 *
 * @param overlay lays configuration over configuration
 */
record Axes(Overlay overlay) {

  /** The key of the paths and their values. */
  static final String AXES = "axes";

  /** The key of what is left out. */
  static final String EXCLUDE = "exclude";

  private static final String TOGETHER = ",";

  /**
   * Every combination of the values, by what is added to the name of a cell.
   *
   * @throws UserError when an axis has no values
   */
  Map<String, ConfigObject> points(ConfigObject file) {
    Map<String, ConfigObject> points = new LinkedHashMap<>();
    points.put("", ConfigValueFactory.fromMap(Map.of()));
    if (file.get(AXES) instanceof ConfigObject axes) {
      for (Map.Entry<String, ConfigValue> axis : leaves(axes).entrySet()) {
        points = crossed(points, axis.getKey(), axis.getValue());
      }
    }
    return points;
  }

  /** The axes by their paths, whether they were written as a path in quotes or as groups. */
  private static Map<String, ConfigValue> leaves(ConfigObject axes) {
    Map<String, ConfigValue> leaves = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : axes.toConfig().entrySet()) {
      String path = entry.getKey().replace("\"", "");
      if (leaves.put(path, entry.getValue()) != null) {
        throw UserError.usage(
            "axes.%s (%s): must be there once, but it is there as a path and as groups. To fix: leave one out."
                .formatted(path, entry.getValue().origin().description()));
      }
    }
    return leaves;
  }

  private Map<String, ConfigObject> crossed(
      Map<String, ConfigObject> points, String paths, ConfigValue values) {
    List<ConfigValue> all = AxisValues.of(paths, values);
    Map<String, ConfigObject> crossed = new LinkedHashMap<>();
    points.forEach(
        (name, point) -> {
          for (ConfigValue value : all) {
            Map<String, ConfigValue> settings = settings(paths, value);
            ConfigObject over = point;
            for (Map.Entry<String, ConfigValue> setting : settings.entrySet()) {
              over = overlay.over(setting.getValue().atPath(setting.getKey()).root(), over);
            }
            crossed.put(name + label(settings), over);
          }
        });
    return crossed;
  }

  /** What one value of an axis sets, by path. */
  private static Map<String, ConfigValue> settings(String paths, ConfigValue value) {
    String[] parts = paths.split(TOGETHER, -1);
    if (parts.length == 1) {
      return Map.of(paths, value);
    }
    if (!(value instanceof ConfigList list) || list.size() != parts.length) {
      throw UserError.usage(
          "axes.%s (%s): each value must be a list of %s, one for each of its settings, but one is %s. To fix: write [[a, 1], [b, 2]]."
              .formatted(paths, value.origin().description(), parts.length, value.unwrapped()));
    }
    Map<String, ConfigValue> settings = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      settings.put(parts[i].strip(), list.get(i));
    }
    return settings;
  }

  private static String label(Map<String, ConfigValue> settings) {
    StringBuilder label = new StringBuilder();
    settings.forEach(
        (path, value) ->
            label
                .append('@')
                .append(path.substring(path.lastIndexOf('.') + 1))
                .append('=')
                .append(word(value).replaceAll("[^A-Za-z0-9._+-]+", "-")));
    return label.toString();
  }

  /** A value in a word; of a group, its kind. */
  private static String word(ConfigValue value) {
    ConfigValue kind = value instanceof ConfigObject group ? group.get("kind") : value;
    return String.valueOf(kind == null ? value.unwrapped() : kind.unwrapped());
  }

  /** Whether a cell, complete with the settings of its point, is left out. */
  static boolean excludes(ConfigObject file, ConfigObject cell) {
    return file.get(EXCLUDE) instanceof ConfigList list
        && list.stream().anyMatch(settings -> holds(settings, cell.toConfig()));
  }

  private static boolean holds(ConfigValue settings, Config cell) {
    if (!(settings instanceof ConfigObject group) || group.isEmpty()) {
      throw UserError.usage(
          "exclude (%s): must be a list of groups of settings, but one is %s. To fix: write exclude = [{ normalization = none, optimizer.learning-rate = 1 }]."
              .formatted(settings.origin().description(), settings.unwrapped()));
    }
    return group.toConfig().entrySet().stream()
        .allMatch(setting -> word(setting.getValue()).equals(at(cell, setting.getKey())));
  }

  private static String at(Config cell, String path) {
    try {
      String plain = path.replace("\"", "");
      if (cell.hasPath(plain)) {
        return word(cell.getValue(plain));
      }
      return plain.endsWith(".kind") ? at(cell, plain.replaceAll("[.]kind$", "")) : "";
    } catch (ConfigException.WrongType e) {
      return "";
    }
  }
}
