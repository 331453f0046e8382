package org.normscape.experiments.config.form;

import java.util.Collection;
import java.util.List;
import org.normscape.experiments.config.form.Suggestions.Known;

/** Something in configuration that is wrong. */
interface Problem {

  /**
   * One sentence and its remedy.
   *
   * @param known the keys that there are
   */
  String said(Known known);

  /** A value that is missing or not allowed. */
  record Wrong(String path, String place, String said) implements Problem {
    @Override
    public String said(Known known) {
      return "%s: %s".formatted(at(path, place), said);
    }
  }

  /** A key that nothing reads. */
  record Unknown(String group, String key, String place, List<String> keys) implements Problem {

    Unknown(String group, String key, String place, Collection<String> keys) {
      this(group, key, place, List.copyOf(keys));
    }

    @Override
    public String said(Known known) {
      return "%s: there is no such key%s, only %s, but it was set. To fix: %s."
          .formatted(
              at(Paths.join(group, key), place),
              group.isEmpty() ? "" : " in " + group,
              keys,
              Suggestions.remedy(this, known));
    }
  }

  private static String at(String path, String place) {
    return path.isEmpty() ? place : "%s (%s)".formatted(path, place);
  }
}
