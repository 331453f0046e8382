package org.normscape.backend;

import java.util.List;

/**
 * Chooses among the ways in which a backend can compute a call. A lowering asks at each call of a
 * native kernel, and uses what it is told. Equal questions have equal answers.
 */
@FunctionalInterface
public interface MethodChoice {

  /** Leaves every call to the backend. */
  MethodChoice FIRST = (call, methods) -> methods.get(0);

  /**
   * The method for a call.
   *
   * @param methods the ways there are, the one that is used unasked first; at least one
   */
  Method choose(KernelCall call, List<Method> methods);

  /** One call by one method; everything else is left to the backend. */
  static MethodChoice of(KernelCall call, Method method) {
    return (asked, methods) -> asked.equals(call) ? method : FIRST.choose(asked, methods);
  }
}
