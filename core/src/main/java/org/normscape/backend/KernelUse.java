package org.normscape.backend;

import java.util.List;

/**
 * A call that a compiled program makes, with the ways there are to compute it.
 *
 * @param call what is computed
 * @param methods the ways there are, the one that is used unasked first; at least one
 * @param used the way that the compiled program uses
 */
public record KernelUse(KernelCall call, List<Method> methods, Method used) {

  public KernelUse {
    methods = List.copyOf(methods);
  }
}
