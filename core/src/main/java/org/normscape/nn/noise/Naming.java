package org.normscape.nn.noise;

import org.normscape.random.RandomWords;

/**
 * What random words are named by.
 *
 * @param seed the seed of the run
 * @param purpose what they are for
 */
public record Naming(long seed, String purpose) {

  /** The words of this name. */
  RandomWords words() {
    return RandomWords.of(seed, purpose);
  }

  /** The name of a part. */
  Naming part(String name) {
    return new Naming(seed, purpose + "/" + name);
  }
}
