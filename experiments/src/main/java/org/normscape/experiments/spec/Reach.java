package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      ConfigObject all = overlay.over(settings, file.withoutKey(Cells.CELLS));
      for (Map.Entry<String, ConfigValue> set : settings.toConfig().entrySet()) {
        String path = set.getKey();
        if (cells.values().stream().noneMatch(cell -> isSeen(path, Cells.group(cell), all))) {
          throw unseen(path, set.getValue().origin(), cells);
        }
      }
    }
  }

  private boolean isSeen(String path, ConfigObject cell, ConfigObject all) {
    return !cell.toConfig().hasPath(path) && overlay.over(cell, all).toConfig().hasPath(path);
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
