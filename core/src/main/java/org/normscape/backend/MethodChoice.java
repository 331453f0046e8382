package org.normscape.backend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods chosen while one program is lowered. A lowering asks at each call of a native kernel,
 * and what it asked for is what the compiled program uses.
 */
public final class MethodChoice {

  private final Methods asked;
  private final Map<KernelCall, KernelUse> uses = new LinkedHashMap<>();

  /** A choice that follows {@code asked}. */
  public MethodChoice(Methods asked) {
    this.asked = asked;
  }

  /**
   * The method for a call: the one that was asked for, else the first.
   *
   * @param methods the ways there are, the best first
   * @throws IllegalArgumentException when the method asked for is none of them
   */
  public Method choose(KernelCall call, List<Method> methods) {
    return uses.computeIfAbsent(call, c -> new KernelUse(c, methods, chosen(c, methods))).used();
  }

  private Method chosen(KernelCall call, List<Method> methods) {
    return asked.of(call).map(name -> named(name, call, methods)).orElse(methods.get(0));
  }

  private static Method named(String name, KernelCall call, List<Method> methods) {
    return methods.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "methods: %s can be computed by %s, but \"%s\" is asked for. To fix: use one of these, or leave the call out."
                        .formatted(call, methods.stream().map(Method::name).toList(), name)));
  }

  /** The calls that were chosen for, in the order in which they were first asked about. */
  public List<KernelUse> uses() {
    return List.copyOf(uses.values());
  }
}
