package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;

/**
 * A value where it is written.
 *
 * @param path the names of its key and of the groups that it lies in
 * @param value what is written
 * @param problems what is found to be wrong
 */
public record Setting(String path, ConfigValue value, Problems problems) {

  private static final int LONGEST = 80;

  /** What is written within this setting under a name. */
  Setting within(String name, ConfigValue inner) {
    return new Setting(Paths.join(path, name), inner, problems);
  }

  /** Notes that this form was wanted and something else is written. */
  void mustBe(String words) {
    problems.add(
        path,
        value.origin(),
        "must be %s, but it is %s. To fix: write %s.".formatted(words, text(), words));
  }

  private String text() {
    String text = value.render(ConfigRenderOptions.concise());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
