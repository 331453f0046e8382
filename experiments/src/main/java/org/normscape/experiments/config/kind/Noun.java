package org.normscape.experiments.config.kind;

import org.normscape.component.Name;

/**
 * A word for an interface whose kinds are listed and described together.
 *
 * @param name the word, in the plural, such as {@code normalizations}
 * @param family the interface
 */
public record Noun(String name, Class<?> family) {

  /** The word for one of them: the name of the interface, such as {@code normalization}. */
  public String singular() {
    return Name.of(family);
  }
}
