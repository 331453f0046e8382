package org.normscape.objective;

import java.util.List;
import org.normscape.params.Bundle;
import org.normscape.params.Parameters;

/**
 * What an objective is evaluated on: the arguments of a program about it.
 *
 * @param point where
 * @param batch on which examples
 * @param <T> types, tensors or arrays
 */
public record Arguments<T>(Point<T> point, Parameters<T> batch) implements Bundle<T> {

  private static final String PARAMETERS = "parameters";
  private static final String STATE = "state";
  private static final String BATCH = "batch";

  /** The arguments among those of a program, by the paths of {@link #named}. */
  public static <T> Arguments<T> of(Parameters<T> named) {
    return new Arguments<>(
        new Point<>(named.under(PARAMETERS), named.under(STATE)), named.under(BATCH));
  }

  /**
   * The arguments by path: {@code parameters.<path>}, {@code state.<path>}, {@code batch.<path>}.
   */
  public Parameters<T> named() {
    return point
        .parameters()
        .within(PARAMETERS)
        .and(point.state().within(STATE))
        .and(batch.within(BATCH));
  }

  @Override
  public List<T> values() {
    return named().values();
  }
}
