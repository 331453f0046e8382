package org.normscape.experiments.data.example;

/**
 * Inputs, and what a network is to say of each. Immutable.
 *
 * @param inputs what it is shown
 * @param targets what it is to say, in the same order
 */
public record Examples(Inputs inputs, Targets targets) {

  public Examples {
    if (inputs.size() != targets.size()) {
      throw new IllegalArgumentException(
          "Examples: each input has one target, but there are %s inputs and %s targets. To fix: pass as many of both."
              .formatted(inputs.size(), targets.size()));
    }
  }

  /** The number of examples. */
  public int size() {
    return inputs.size();
  }

  /** The first {@code count} examples, or all when there are fewer. */
  public Examples first(int count) {
    return new Examples(inputs.first(count), targets.first(count));
  }
}
