package org.normscape.experiments.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.config.form.Items;
import org.normscape.experiments.config.form.Paths;
import org.normscape.experiments.config.form.Problems;
import org.normscape.experiments.config.kind.Names;

/**
 * Configuration that lies over other configuration: its values win.
 *
 * <ul>
 *   <li>Groups are merged key by key.
 *   <li>A group that chooses another {@code kind}, or a word alone, takes the place of the one
 *       beneath; of that, only keys remain that did not belong to its kind, such as the learning
 *       rate of another optimizer.
 *   <li>A group over a list goes to the items that its keys name, or whose positions they are:
 *       {@code cells.batch-norm.steps}, {@code cells.1.steps}.
 * </ul>
 */
public final class Overlay {

  private final Forms forms;
  private final Collection<Class<?>> families;

  /**
   * An overlay that knows these kinds.
   *
   * @param forms the forms of types
   * @param families the interfaces whose kinds may be chosen
   */
  public Overlay(Forms forms, Collection<Class<?>> families) {
    this.forms = forms;
    this.families = List.copyOf(families);
  }

  /**
   * What is seen from above.
   *
   * @throws org.normscape.experiments.UserError when a list has no items of the names that are set
   */
  public ConfigObject over(ConfigObject above, ConfigObject beneath) {
    Problems problems = new Problems();
    ConfigObject seen = groups("", above, beneath, problems);
    problems.throwIfAny();
    return seen;
  }

  private ConfigValue values(
      String path, ConfigValue above, @Nullable ConfigValue beneath, Problems problems) {
    if (above instanceof ConfigObject group && beneath instanceof ConfigList list) {
      return items(path, group, list, problems);
    }
    if (above instanceof ConfigObject group && beneath != null) {
      return groups(path, group, group(beneath), problems);
    }
    return isWord(above) && beneath instanceof ConfigObject group && group.containsKey(Forms.KIND)
        ? groups(path, group(above), group, problems)
        : above;
  }

  private ConfigObject groups(
      String path, ConfigObject above, ConfigObject beneath, Problems problems) {
    ConfigObject seen = remaining(above.get(Forms.KIND), beneath);
    for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(above).entrySet()) {
      String key = entry.getKey();
      seen =
          seen.withValue(
              key, values(Paths.join(path, key), entry.getValue(), seen.get(key), problems));
    }
    return seen;
  }

  /** What a kind leaves of the group beneath. */
  private ConfigObject remaining(@Nullable ConfigValue kind, ConfigObject beneath) {
    ConfigValue other = beneath.get(Forms.KIND);
    if (kind == null || other == null || Names.same(word(kind), word(other))) {
      return beneath;
    }
    Set<String> gone = keys(word(other));
    ConfigObject remaining = beneath.withoutKey(Forms.KIND);
    for (String key : beneath.keySet()) {
      if (gone.isEmpty() || gone.contains(key)) {
        remaining = remaining.withoutKey(key);
      }
    }
    return remaining;
  }

  /** The keys of all records that a word may choose. */
  private Set<String> keys(String kind) {
    return families.stream()
        .flatMap(family -> forms.kinds().named(family, kind).stream())
        .flatMap(named -> forms.names(named.type()).stream())
        .collect(Collectors.toSet());
  }

  private ConfigList items(String path, ConfigObject above, ConfigList beneath, Problems problems) {
    List<ConfigValue> items = new ArrayList<>(beneath);
    List<String> names =
        IntStream.range(0, items.size()).mapToObj(i -> Items.name(items.get(i), i)).toList();
    for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(above).entrySet()) {
      int at = position(entry.getKey(), names);
      String full = Paths.join(path, entry.getKey());
      if (at < 0) {
        noItem(full, entry, names, problems);
      } else {
        items.set(at, values(full, entry.getValue(), items.get(at), problems));
      }
    }
    return ConfigValueFactory.fromIterable(items).withOrigin(beneath.origin());
  }

  private static int position(String key, List<String> names) {
    int named = names.indexOf(key);
    return named < 0 && key.matches("\\d{1,9}") && Integer.parseInt(key) < names.size()
        ? Integer.parseInt(key)
        : named;
  }

  private static void noItem(
      String path, Map.Entry<String, ConfigValue> entry, List<String> names, Problems problems) {
    problems.add(
        path,
        entry.getValue().origin(),
        "there is no such item in the list, only %s, but it was set. To fix: %s."
            .formatted(names, Nearest.remedy(entry.getKey(), names)));
  }

  /** A word alone as a group, and anything else that is none as an empty one. */
  private static ConfigObject group(ConfigValue value) {
    if (value instanceof ConfigObject group) {
      return group;
    }
    ConfigObject empty = ConfigValueFactory.fromMap(Map.of()).withOrigin(value.origin());
    return isWord(value) ? empty.withValue(Forms.KIND, value) : empty;
  }

  private static boolean isWord(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING;
  }

  private static String word(ConfigValue value) {
    return String.valueOf(value.unwrapped());
  }
}
