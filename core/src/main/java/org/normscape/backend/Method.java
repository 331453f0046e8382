package org.normscape.backend;

import java.io.Serializable;

/**
 * A way in which a backend can compute a {@link KernelCall}.
 *
 * @param name the word by which it is chosen and reported
 * @param mayCrash whether a kernel of this kind is known to have ended the process on some
 *     processor: it is tried in a process of its own, and only where nothing else is right
 */
public record Method(String name, boolean mayCrash) implements Serializable {

  /** A method whose kernel gives wrong numbers at worst. */
  public static Method of(String name) {
    return new Method(name, false);
  }
}
