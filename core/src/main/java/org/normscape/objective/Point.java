package org.normscape.objective;

import org.normscape.params.Parameters;

/**
 * Where an objective is evaluated.
 *
 * @param parameters what is learned
 * @param state what normalizations remember
 * @param <T> types, tensors or arrays
 */
public record Point<T>(Parameters<T> parameters, Parameters<T> state) {

  /**
   * This point and a batch as the arguments of one program: {@code parameters.<path>}, {@code
   * state.<path>}, {@code batch.<path>}.
   */
  public Parameters<T> with(Parameters<T> batch) {
    return parameters.within("parameters").and(state.within("state")).and(batch.within("batch"));
  }
}
