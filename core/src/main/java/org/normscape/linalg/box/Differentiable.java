package org.normscape.linalg.box;

import java.util.Arrays;

/** A function of several variables, with its gradient. */
@FunctionalInterface
public interface Differentiable {

  /**
   * Evaluates it.
   *
   * @param x where; it is not changed and not kept
   */
  Slope at(double[] x);

  /** The function with the other sign: its minima are the maxima of this one. */
  default Differentiable negated() {
    return x -> {
      Slope slope = at(x);
      return new Slope(
          -slope.value(), Arrays.stream(slope.gradient()).map(element -> -element).toArray());
    };
  }
}
