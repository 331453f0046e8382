package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that lies over other configuration: its values win, and groups are merged key by
 * key. A group that chooses another {@code kind} is not merged but takes the place of what lies
 * beneath, whose keys mean nothing to it.
 */
final class Overlay {

  private Overlay() {}

  /** What is seen from above. */
  static ConfigObject over(ConfigObject above, ConfigObject beneath) {
    ConfigValue kind = above.get(RecordBinder.KIND);
    if (kind != null && !kind.equals(beneath.get(RecordBinder.KIND))) {
      return above;
    }
    ConfigObject seen = beneath;
    for (Map.Entry<String, ConfigValue> entry : above.entrySet()) {
      seen = seen.withValue(entry.getKey(), value(entry.getValue(), beneath.get(entry.getKey())));
    }
    return seen;
  }

  private static ConfigValue value(ConfigValue above, @Nullable ConfigValue beneath) {
    return above instanceof ConfigObject group && beneath instanceof ConfigObject other
        ? over(group, other)
        : above;
  }
}
