package org.normscape.backend;

import java.io.Serializable;

/**
 * A way in which a backend can compute a {@link KernelCall}.
 *
 * @param name the word by which it is chosen and reported
 * @param role when it is considered
 * @param served how many calls of a program one run of its kernel serves: its time is theirs in
 *     equal parts
 */
public record Method(String name, Role role, int served) implements Serializable {

  /** A method that serves each call by itself. */
  public Method(String name, Role role) {
    this(name, role, 1);
  }

  /** When a method is considered. */
  public enum Role {
    /** Always: the fastest of those that are right is used. */
    RIVAL,
    /** Where no rival is right. */
    RESERVE,
    /**
     * Where nothing else is right, and tried in a process of its own first: kernels of this kind
     * have ended the process on some processor.
     */
    RISK
  }

  /** A method that is always considered. */
  public static Method rival(String name) {
    return new Method(name, Role.RIVAL);
  }

  /** This method, where one run of its kernel serves so many calls. */
  public Method serving(int calls) {
    return new Method(name, role, calls);
  }

  /** A method that is considered where no rival is right. */
  public static Method reserve(String name) {
    return new Method(name, Role.RESERVE);
  }
}
