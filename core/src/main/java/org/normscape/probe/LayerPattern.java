package org.normscape.probe;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.normscape.component.Components;
import org.normscape.params.Parameters;

/**
 * Which parts of a network a probe looks at: its component {@code layers}.
 *
 * @param probe the probe, for messages
 * @param layers a regular expression that whole paths match
 */
public record LayerPattern(Class<?> probe, String layers) {

  public LayerPattern {
    Components.require(
        isPattern(layers),
        probe,
        "layers",
        "must be a regular expression that is not empty",
        layers);
  }

  private static boolean isPattern(String text) {
    try {
      return !Pattern.compile(text).pattern().isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Those among all. */
  public <T> Parameters<T> of(Parameters<T> all) {
    Pattern pattern = Pattern.compile(layers);
    return all.where((path, value) -> pattern.matcher(path).matches());
  }

  /**
   * Those among all, of which there must be one.
   *
   * @param what what all of them are, such as {@code an activation}
   * @throws IllegalArgumentException when there is none
   */
  public <T> Parameters<T> someOf(Parameters<T> all, String what) {
    Parameters<T> chosen = of(all);
    Components.require(
        chosen.size() > 0,
        probe,
        "layers",
        "must match the path of %s, one of %s".formatted(what, String.join(", ", all.paths())),
        layers);
    return chosen;
  }
}
