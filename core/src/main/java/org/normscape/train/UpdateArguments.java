package org.normscape.train;

import org.normscape.params.Parameters;

/**
 * What an update takes.
 *
 * @param parameters where the network is
 * @param memory what the optimizer remembers
 * @param gradient the gradient there
 * @param learningRate a scalar
 * @param <T> types, tensors or arrays
 */
record UpdateArguments<T>(
    Parameters<T> parameters, Parameters<T> memory, Parameters<T> gradient, T learningRate) {

  private static final String PARAMETERS = "parameters";
  private static final String MEMORY = "memory";
  private static final String GRADIENT = "gradient";
  private static final String LEARNING_RATE = "learning-rate";

  static <T> UpdateArguments<T> of(Parameters<T> named) {
    return new UpdateArguments<>(
        named.under(PARAMETERS),
        named.under(MEMORY),
        named.under(GRADIENT),
        named.get(LEARNING_RATE));
  }

  /** All arguments, by path. */
  Parameters<T> named() {
    return usedUp().and(LEARNING_RATE, learningRate);
  }

  /** What is of no use once the network has moved, by the same paths. */
  Parameters<T> usedUp() {
    return parameters.within(PARAMETERS).and(memory.within(MEMORY)).and(gradient.within(GRADIENT));
  }
}
