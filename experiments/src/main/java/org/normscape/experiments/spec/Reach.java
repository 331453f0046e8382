package org.normscape.experiments.spec;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Overlay;

/**
 * Whether settings for all cells reach one: what a cell says itself lies over them.
 *
 * @param overlay lays configuration over configuration
 */
record Reach(Overlay overlay) {

  /**
   * Checks that each setting is seen in a cell.
   *
   * @param file a file whose cells have names
   * @throws UserError when every cell says itself what one of them sets, or the group it lies in
   */
  void check(ConfigObject settings, ConfigObject file) {
    if (file.get(Cells.CELLS) instanceof ConfigObject cells && !cells.isEmpty()) {
      Map<Config, Config> seenByCell = seenByCell(cells, settings, file);
      for (Map.Entry<String, ConfigValue> set : settings.toConfig().entrySet()) {
        String path = set.getKey();
        if (seenByCell.entrySet().stream().noneMatch(cell -> isSeen(path, cell))) {
          throw unseen(path, set.getValue().origin(), cells);
        }
      }
    }
  }

  /** What each cell says itself, and what is seen there with the settings beneath. */
  private Map<Config, Config> seenByCell(
      ConfigObject cells, ConfigObject settings, ConfigObject file) {
    ConfigObject all = overlay.over(settings, file.withoutKey(Cells.CELLS));
    return cells.values().stream()
        .map(Cells::group)
        .distinct()
        .collect(
            Collectors.toMap(ConfigObject::toConfig, cell -> overlay.over(cell, all).toConfig()));
  }

  private static boolean isSeen(String path, Map.Entry<Config, Config> cell) {
    return !cell.getKey().hasPath(path) && cell.getValue().hasPath(path);
  }

  private static UserError unseen(String path, ConfigOrigin origin, ConfigObject cells) {
    List<String> names = List.copyOf(new TreeMap<>(cells).keySet());
    return UserError.usage(
        "%s (%s): must be of a single cell, since each of %s sets %s itself, but it was set for all. To fix: set cells.%s.%s."
            .formatted(path, Cells.option(origin), names, ownOf(cells, path), names.get(0), path));
  }

  /** What all cells say themselves: the setting, or the innermost group that it lies in. */
  private static String ownOf(ConfigObject cells, String path) {
    String own = path;
    while (own.contains(".") && !areAllSetting(cells, own)) {
      own = own.substring(0, own.lastIndexOf('.'));
    }
    return own;
  }

  private static boolean areAllSetting(ConfigObject cells, String path) {
    return cells.values().stream().allMatch(cell -> Cells.group(cell).toConfig().hasPath(path));
  }
}
