package org.normscape.train;

import org.normscape.params.Parameters;

/**
 * What an update gives.
 *
 * @param parameters where the network is afterwards
 * @param memory what the optimizer remembers then
 * @param <T> tensors or arrays
 */
record Updated<T>(Parameters<T> parameters, Parameters<T> memory) {

  private static final String PARAMETERS = "parameters";
  private static final String MEMORY = "memory";

  static <T> Updated<T> of(Parameters<T> named) {
    return new Updated<>(named.under(PARAMETERS), named.under(MEMORY));
  }

  /** All of it, by path. */
  Parameters<T> named() {
    return parameters.within(PARAMETERS).and(memory.within(MEMORY));
  }
}
