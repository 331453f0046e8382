package org.normscape.objective;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.params.Bundle;
import org.normscape.params.Parameters;

/**
 * Where an objective is evaluated. Arrays of a point close as one with the {@code
 * org.normscape.params.Owner} that was given it.
 *
 * @param parameters what is learned
 * @param state what normalizations remember
 * @param <T> types, tensors or arrays
 */
public record Point<T>(Parameters<T> parameters, Parameters<T> state) implements Bundle<T> {

  /** The parameters, then the state. */
  @Override
  public List<T> values() {
    return Stream.concat(parameters.values().stream(), state.values().stream()).toList();
  }

  /**
   * This point and a batch as the arguments of one program: {@code parameters.<path>}, {@code
   * state.<path>}, {@code batch.<path>}.
   */
  public Parameters<T> with(Parameters<T> batch) {
    return new Arguments<>(this, batch).named();
  }
}
